package dev.spoor.workbench;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;

/**
 * A rule of the case as it was last run.
 *
 * @param ran    whether it ran in the last run
 * @param alerts how many alerts of it the case has
 */
public record RuleState(Rule rule, Fidelity fidelity, boolean ran, long alerts) {}
