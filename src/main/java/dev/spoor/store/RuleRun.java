package dev.spoor.store;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;

/**
 * A rule as a run used it.
 *
 * @param run         number of the run
 * @param nanoseconds processor time that the rule took, 0 while the run goes on
 * @param matches     how many matches it had, 0 while the run goes on
 */
public record RuleRun(long run, Rule rule, Fidelity fidelity, long nanoseconds, long matches) {
    /** A rule that is going to be run, and how faithfully. */
    public record Planned(Rule rule, Fidelity fidelity) {}

    /** What a rule cost and found, by the rule's own id. */
    public record Outcome(String ruleId, long nanoseconds, long matches) {}
}
