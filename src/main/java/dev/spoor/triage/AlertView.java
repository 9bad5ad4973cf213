package dev.spoor.triage;

import java.util.List;

/**
 * A way to look at the alerts of a case, kept under a name.
 *
 * @param name       what the analyst calls it; empty for the way in which the window was left
 * @param conditions all must hold; empty: every alert is shown
 * @param group      field by which alerts are gathered, empty for none
 * @param columns    the fields shown, from left to right
 * @param sort       field by which they are ordered, empty for the usual order
 * @param descending whether the greatest comes first
 */
public record AlertView(String name, List<Condition> conditions, String group, List<String> columns, String sort, boolean descending) {
    /**
     * A condition on an alert.
     *
     * @param field   word of a field of alerts, {@code text} for words that must occur, {@code time} for a range from the first value to before the second (ticks)
     * @param negated whether the alerts that have one of the values are left out
     * @param values  one of these
     */
    public record Condition(String field, boolean negated, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }

    public AlertView {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
    }

    /** The same view under another name. */
    public AlertView named(String newName) {
        return new AlertView(newName, conditions, group, columns, sort, descending);
    }
}
