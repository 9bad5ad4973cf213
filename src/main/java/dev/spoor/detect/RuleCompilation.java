package dev.spoor.detect;

import dev.spoor.rule.Fidelity;

/** What became of the attempt to compile a rule. */
public sealed interface RuleCompilation {
    /** It can run. */
    record Runnable(CompiledRule rule) implements RuleCompilation {}

    /** It cannot: not runnable (why), or its query is wrong (where). */
    record Refused(Fidelity fidelity) implements RuleCompilation {}
}
