package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.Optional;

/**
 * A list of exceptions that several rules share: what is in it holds for all of them, also for those that are attached later.
 *
 * @param id          unique in the case
 * @param name        what the analyst calls it
 * @param description may be empty
 * @param rules       ids of the rules that it is attached to, sorted; they need not be in the case
 * @param createdBy   the analyst
 * @param createdAt   ticks of {@code dev.spoor.event.Time}
 */
public record SharedList(String id, String name, String description, List<String> rules, String createdBy, long createdAt) {
    private static final int MAX_RULES = 20_000;

    public SharedList {
        rules = rules.stream().distinct().sorted().toList();
    }

    /** The same, attached to these rules. */
    public SharedList with(List<String> others) {
        return new SharedList(id, name, description, others, createdBy, createdAt);
    }

    /** What is wrong with the list; empty if nothing is. */
    public Optional<String> problem() {
        if (id.isBlank() || name.isBlank()) {
            return Optional.of("A shared list needs an id and a name.");
        }
        return rules.size() > MAX_RULES ? Optional.of("A shared list is attached to at most " + MAX_RULES + " rules, found " + rules.size() + ".") : Optional.empty();
    }
}
