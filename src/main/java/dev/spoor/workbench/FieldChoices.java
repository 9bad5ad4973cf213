package dev.spoor.workbench;

import java.util.List;

/**
 * The fields that an exception of a rule can ask for; all of them exist.
 *
 * @param fields  by name
 * @param counted how many events, or rows, were looked at for values and counts
 * @param of      how many there are
 * @param source  what was looked at
 * @param rows    whether the alerts are rows of a table: then these are the row's columns, because a condition on the events behind a row does not keep
 *                the row away but changes what it counts
 * @param arrays  paths of arrays of objects, of which one object can be asked about
 */
public record FieldChoices(List<FieldChoice> fields, long counted, long of, Source source, boolean rows, List<String> arrays) {
    /** Where fields were looked for. */
    public enum Source {
        /** The alerts of the rule. */
        RULE,
        /** The alerts that were chosen. */
        SELECTION,
        /** The events of the case, because the rule has no alert. */
        CASE
    }

    public FieldChoices {
        fields = List.copyOf(fields);
        arrays = List.copyOf(arrays);
    }

    /** Fields of events without arrays of objects. */
    public FieldChoices(List<FieldChoice> fields, long counted, long of, Source source, boolean rows) {
        this(fields, counted, of, source, rows, List.of());
    }

    /** The fields of a rule's events. */
    public FieldChoices(List<FieldChoice> fields, long counted, long of) {
        this(fields, counted, of, Source.RULE, false, List.of());
    }
}
