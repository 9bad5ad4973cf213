package dev.spoor.rule.reader;

import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;

/** What came of a rule file, or of one of its parts. */
public sealed interface RuleReading {
    /** A rule. */
    record Read(Rule rule) implements RuleReading {}

    /** Meant as a rule, and broken. */
    record Problem(RuleProblem problem) implements RuleReading {}

    /**
     * Not meant as a rule.
     *
     * @param why what it is instead, as far as known
     */
    record NotARule(String path, String why) implements RuleReading {}

    /**
     * Not a rule itself, but joined to rules, also of other files, as a Sigma filter is.
     *
     * @param source the whole file
     * @param why    what it is
     */
    record Joint(RuleSource source, String why) implements RuleReading {}
}
