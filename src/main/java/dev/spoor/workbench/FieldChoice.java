package dev.spoor.workbench;

import java.util.List;
import java.util.Optional;

/**
 * A field that an exception of a rule can ask for.
 *
 * @param field    its name
 * @param values   what it holds in the alert, of all its events, without repeats; empty where the exception was not made from an alert
 * @param distinct how many different values it has in the rule's alerts
 * @param top      the most frequent values, the first ones by name where they are equally frequent; at most 20
 * @param left     why it is left out of a suggestion
 */
public record FieldChoice(String field, List<String> values, long distinct, List<Top> top, Optional<Volatility> left) {
    /**
     * A value.
     *
     * @param count in how many events, or rows, of the rule's alerts it stands
     */
    public record Top(String value, long count) {}

    public FieldChoice {
        values = List.copyOf(values);
        top = List.copyOf(top);
    }
}
