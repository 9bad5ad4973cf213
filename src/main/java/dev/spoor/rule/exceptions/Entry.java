package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.Locale;

/**
 * One condition of an exception: {@code field operator values}, possibly negated. An event without the field never satisfies an entry, except a negated
 * EXISTS.
 *
 * @param values IS and MATCHES: one; IS_ONE_OF: at least one; EXISTS: none. MATCHES knows {@code *} and {@code ?}
 */
public record Entry(String field, Operator operator, boolean negated, List<String> values, boolean ignoreCase) {
    /** What an entry asks. */
    public enum Operator {
        IS, IS_ONE_OF, EXISTS, MATCHES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Entry {
        values = List.copyOf(values);
    }
}
