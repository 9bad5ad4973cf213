package dev.spoor.explain;

import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Locale;

/**
 * A part of a condition on one event.
 *
 * @param kind     {@code and}, {@code or}, {@code not}, or what a leaf asks
 * @param text     in plain words
 * @param span     where it stands in the query, as far as it can be told; {@link Span#NONE} where not
 * @param values   what the event holds in the fields that a leaf asks; of a composite empty
 * @param children of a composite
 */
public record Clause(String kind, String text, Verdict verdict, Span span, List<Held> values, List<Clause> children) {
    /** What came out. */
    public enum Verdict {
        TRUE, FALSE,
        /** The event lacks the field; the engine takes it as false. Of leaves only. */
        UNKNOWN;

        /** The lower-case word of the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value of a field.
     *
     * @param field   dotted path
     * @param passes  whether this value passes
     * @param matches the characters of the value that made it pass, in order; empty where all or none did
     */
    public record Held(String field, String value, boolean passes, List<Span> matches) {
        public Held {
            matches = List.copyOf(matches);
        }
    }

    public Clause {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    /** Whether it holds, as the engine has it. */
    public boolean holds() {
        return verdict == Verdict.TRUE;
    }
}
