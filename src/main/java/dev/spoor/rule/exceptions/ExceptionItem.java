package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.Optional;

/**
 * An exception of a rule: an event that satisfies all entries makes no match of the rule. It matches only events that have all its fields (a negated EXISTS
 * aside).
 *
 * @param id        unique in the case
 * @param ruleId    the rule it belongs to
 * @param name      what the analyst calls it
 * @param entries   at least one
 * @param comment   why
 * @param createdBy the analyst
 * @param createdAt ticks of {@code dev.spoor.event.Time}
 * @param expires   ticks after which it no longer counts, if it ends
 * @param enabled   a disabled item is kept and does nothing
 */
public record ExceptionItem(String id, String ruleId, String name, List<Entry> entries, String comment, String createdBy, long createdAt, Optional<Long> expires,
        boolean enabled) {
    public ExceptionItem {
        entries = List.copyOf(entries);
    }
}
