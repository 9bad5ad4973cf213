package dev.spoor.rule.exceptions;

import dev.spoor.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * An exception of rules: an event that satisfies all entries makes no match of them. It matches only events that have all its fields (a negated EXISTS
 * aside).
 *
 * @param id        unique in the case
 * @param ruleId    the rule it was made for
 * @param name      what the analyst calls it
 * @param entries   at least one
 * @param comment   why
 * @param createdBy the analyst
 * @param createdAt ticks of {@code dev.spoor.event.Time}
 * @param expires   ticks after which it no longer counts, if it ends
 * @param enabled   a disabled item is kept and does nothing
 * @param scope     which rules it holds for
 * @param part      which events of a rule it is asked about
 */
public record ExceptionItem(String id, String ruleId, String name, List<Entry> entries, String comment, String createdBy, long createdAt, Optional<Long> expires,
        boolean enabled, ExceptionScope scope, ExceptionPart part) {
    public ExceptionItem {
        entries = List.copyOf(entries);
    }

    /** An exception that is asked about every event. */
    public ExceptionItem(String id, String ruleId, String name, List<Entry> entries, String comment, String createdBy, long createdAt, Optional<Long> expires,
            boolean enabled, ExceptionScope scope) {
        this(id, ruleId, name, entries, comment, createdBy, createdAt, expires, enabled, scope, ExceptionPart.WHOLE);
    }

    /** An exception of one rule. */
    public ExceptionItem(String id, String ruleId, String name, List<Entry> entries, String comment, String createdBy, long createdAt, Optional<Long> expires,
            boolean enabled) {
        this(id, ruleId, name, entries, comment, createdBy, createdAt, expires, enabled, ExceptionScope.RULE);
    }

    /** Whether it holds for a rule. */
    public boolean covers(Rule rule) {
        return scope.covers(rule, ruleId);
    }

    /** The same, switched on or off. */
    public ExceptionItem switched(boolean on) {
        return new ExceptionItem(id, ruleId, name, entries, comment, createdBy, createdAt, expires, on, scope, part);
    }

    /** The same with other conditions. */
    public ExceptionItem with(List<Entry> others) {
        return new ExceptionItem(id, ruleId, name, others, comment, createdBy, createdAt, expires, enabled, scope, part);
    }

    /** The same for other rules. */
    public ExceptionItem with(ExceptionScope other) {
        return new ExceptionItem(id, ruleId, name, entries, comment, createdBy, createdAt, expires, enabled, other, part);
    }
}
