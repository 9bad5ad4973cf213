package dev.spoor.cli;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleGaps;
import java.util.ArrayList;
import java.util.List;

/** Tells how far a rule can be run here. */
public interface RuleChecker {
    /** A checker that knows no language at all. */
    RuleChecker NO_LANGUAGES = rule -> {
        List<String> reasons = new ArrayList<>(RuleGaps.of(rule));
        if (!rule.language().isEmpty()) {
            reasons.add("no front end for language " + rule.language());
        }
        return new Fidelity(Fidelity.Status.NOT_RUNNABLE, reasons);
    };

    /** Compiles the rule's query and says what came of it. */
    Fidelity check(Rule rule);
}
