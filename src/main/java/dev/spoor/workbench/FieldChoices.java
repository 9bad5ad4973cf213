package dev.spoor.workbench;

import java.util.List;

/**
 * The fields that an exception of a rule can ask for; all of them exist in the rule's alerts.
 *
 * @param fields  by name
 * @param counted how many events, or rows, were looked at for values and counts
 * @param of      how many there are
 */
public record FieldChoices(List<FieldChoice> fields, long counted, long of) {
    public FieldChoices {
        fields = List.copyOf(fields);
    }
}
