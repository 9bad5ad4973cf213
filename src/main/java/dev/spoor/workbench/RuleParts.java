package dev.spoor.workbench;

import java.util.List;

/**
 * The parts of a rule that an exception can be asked about, see {@link dev.spoor.rule.exceptions.ExceptionPart}.
 *
 * @param steps what each step of the sequence asks of an event, in the rule's order; empty for a rule without steps
 * @param keys  the fields that all events of a sequence have in common, sorted; empty for a rule without a join key
 */
public record RuleParts(List<String> steps, List<String> keys) {
    /** A rule that looks at single events. */
    public static final RuleParts NONE = new RuleParts(List.of(), List.of());

    public RuleParts {
        steps = List.copyOf(steps);
        keys = List.copyOf(keys);
    }
}
