package dev.spoor.rule;

import java.util.List;

/**
 * A value of a rule under the name that its file gives it, for example {@code Maximum alerts per execution: 100}. Nothing that a rule says is lost, also
 * what Spoor has no use for.
 *
 * @param label  the name as the file spells it
 * @param values in order; empty where the file has the label without a value
 */
public record Labelled(String label, List<String> values) {
    public Labelled {
        values = List.copyOf(values);
    }
}
