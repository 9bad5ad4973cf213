package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.Optional;

/**
 * An exception as it is written down, before it belongs to a rule of a case.
 *
 * @param name    empty where none was given
 * @param entries at least one
 * @param comment empty where none was given
 * @param expires ticks of {@code dev.spoor.event.Time}
 * @param scope   which rules it is to hold for
 * @param part    which events of a rule it is asked about
 */
public record ExceptionDraft(String name, List<Entry> entries, String comment, Optional<Long> expires, ExceptionScope scope, ExceptionPart part) {
    public ExceptionDraft {
        entries = List.copyOf(entries);
    }

    /** An exception that is asked about every event. */
    public ExceptionDraft(String name, List<Entry> entries, String comment, Optional<Long> expires, ExceptionScope scope) {
        this(name, entries, comment, expires, scope, ExceptionPart.WHOLE);
    }

    /** An exception of one rule. */
    public ExceptionDraft(String name, List<Entry> entries, String comment, Optional<Long> expires) {
        this(name, entries, comment, expires, ExceptionScope.RULE);
    }

    /** The exception of a rule; without a name it is named after what it says. */
    public ExceptionItem item(String id, String ruleId, String createdBy, long createdAt) {
        String title = name.isEmpty() ? ExceptionSentence.of(entries) : name;
        return new ExceptionItem(id, ruleId, title, entries, comment, createdBy, createdAt, expires, true, scope, part);
    }
}
