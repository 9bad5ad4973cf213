package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One condition of an exception: {@code field operator values}, possibly negated. An event without the field never satisfies an entry, except a negated
 * EXISTS.
 *
 * @param field  NESTED: path of the array of objects
 * @param values IS and MATCHES: one; IS_ONE_OF and IN_NETWORK: at least one; EXISTS, NESTED: none; IS_IN_LIST: those of the list, none while it was not looked up.
 *               MATCHES knows {@code *} and {@code ?}; IN_NETWORK blocks ({@code 10.0.0.0/8}), addresses, and ranges ({@code 10.0.0.1-10.0.0.9})
 * @param list   IS_IN_LIST: which list; else empty
 * @param nested NESTED: what must hold for one and the same object of the array, named without the path; else empty
 */
public record Entry(String field, Operator operator, boolean negated, List<String> values, boolean ignoreCase, Optional<ListName> list, List<Entry> nested) {
    /** What an entry asks. */
    public enum Operator {
        IS, IS_ONE_OF, EXISTS, MATCHES, IS_IN_LIST, IN_NETWORK, NESTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value list of the case.
     *
     * @param id   its name
     * @param type of its values
     */
    public record ListName(String id, ValueList.Type type) {}

    public Entry {
        values = List.copyOf(values);
        nested = List.copyOf(nested);
    }

    /** An entry that names its values itself. */
    public Entry(String field, Operator operator, boolean negated, List<String> values, boolean ignoreCase) {
        this(field, operator, negated, values, ignoreCase, Optional.empty(), List.of());
    }

    /** An entry on a list that was not looked up yet. */
    public static Entry inList(String field, boolean negated, ListName list, boolean ignoreCase) {
        return new Entry(field, Operator.IS_IN_LIST, negated, List.of(), ignoreCase, Optional.of(list), List.of());
    }

    /** An entry on the objects of an array: one of them satisfies all of these. */
    public static Entry nested(String path, List<Entry> entries) {
        return new Entry(path, Operator.NESTED, false, List.of(), false, Optional.empty(), entries);
    }

    /** The same with the values of its list. */
    public Entry with(ValueList found) {
        return new Entry(field, operator, negated, found.values(), ignoreCase, Optional.of(new ListName(found.id(), found.type())), nested);
    }
}
