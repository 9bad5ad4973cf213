package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertView.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts are shown.
 *
 * @param text    words that all must occur in the alert's rule, host, user, sentence, techniques, tags or id, in any case
 * @param clauses all must hold; at most one per field and sign
 * @param range   empty for any time
 */
record AlertFilter(String text, List<Clause> clauses, Optional<TimeRange> range) {
    static final AlertFilter ALL = new AlertFilter("", List.of(), Optional.empty());

    /** One of these values, or none of them; an empty value stands for "has none". */
    record Clause(AlertField field, boolean negated, Set<String> values) {
        Clause {
            values = Set.copyOf(values);
        }

        boolean holds(Alert alert) {
            List<String> own = field.values(alert);
            boolean found = own.isEmpty() ? values.contains("") : false;
            for (int i = 0; i < own.size() && !found; i++) {
                found = values.contains(own.get(i));
            }
            return found != negated;
        }
    }

    /** From a time to before another, in ticks. */
    record TimeRange(long from, long to) {
        boolean holds(Alert alert) {
            return AlertField.timed(alert) && alert.time() >= from && alert.time() < to;
        }
    }

    AlertFilter {
        clauses = List.copyOf(clauses);
    }

    AlertFilter withText(String words) {
        return new AlertFilter(words, clauses, range);
    }

    AlertFilter within(Optional<TimeRange> wanted) {
        return new AlertFilter(text, clauses, wanted);
    }

    /** The values of a field and sign; empty for any. */
    Set<String> values(AlertField field, boolean negated) {
        return clauses.stream().filter(clause -> clause.field() == field && clause.negated() == negated).findFirst().map(Clause::values).orElse(Set.of());
    }

    /** The same with these values of a field and sign in the place of others; none takes the clause away. */
    AlertFilter with(AlertField field, boolean negated, Set<String> values) {
        List<Clause> now = new ArrayList<>();
        boolean placed = values.isEmpty();
        for (Clause clause : clauses) {
            if (clause.field() != field || clause.negated() != negated) {
                now.add(clause);
            } else if (!placed) {
                now.add(new Clause(field, negated, values));
                placed = true;
            }
        }
        if (!placed) {
            now.add(new Clause(field, negated, values));
        }
        return new AlertFilter(text, now, range);
    }

    /** The same with a value more, or, where it was there, without it. */
    AlertFilter toggled(AlertField field, boolean negated, String value) {
        Set<String> values = new LinkedHashSet<>(values(field, negated));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(field, negated, values);
    }

    /** How many conditions there are: the text, each clause and the time range count one each. */
    int size() {
        return (words().isEmpty() ? 0 : 1) + clauses.size() + (range.isPresent() ? 1 : 0);
    }

    /** Whether the time range holds. */
    boolean inRange(Alert alert) {
        return range.isEmpty() || range.get().holds(alert);
    }

    /** The words of the text, in lower case. */
    List<String> words() {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether all but the time range holds; {@code words} are those of {@link #words}, looked for once for many alerts. */
    boolean matchesAnyTime(AlertEntry entry, List<WantedWord> words) {
        for (int i = 0; i < clauses.size(); i++) {
            if (!clauses.get(i).holds(entry.alert())) {
                return false;
            }
        }
        return WantedWord.all(words, entry);
    }

    /** As saved views keep it. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        if (!text.isBlank()) {
            conditions.add(new Condition("text", false, List.of(text)));
        }
        clauses.forEach(clause -> conditions.add(new Condition(clause.field().word(), clause.negated(), clause.values().stream().sorted().toList())));
        range.ifPresent(wanted -> conditions.add(new Condition("time", false, List.of(Long.toString(wanted.from()), Long.toString(wanted.to())))));
        return conditions;
    }

    /** The filter of a saved view; what this version does not know is left out. */
    static AlertFilter of(List<Condition> conditions) {
        AlertFilter filter = ALL;
        for (Condition condition : conditions) {
            List<String> values = condition.values();
            if (condition.field().equals("text") && values.size() == 1) {
                filter = filter.withText(values.getFirst());
            } else if (condition.field().equals("time") && values.size() == 2 && values.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
                filter = filter.within(Optional.of(new TimeRange(Long.parseLong(values.getFirst()), Long.parseLong(values.getLast()))));
            } else {
                Optional<AlertField> field = AlertField.ofWord(condition.field());
                filter = field.isEmpty() ? filter : filter.with(field.get(), condition.negated(), Set.copyOf(values));
            }
        }
        return filter;
    }
}
