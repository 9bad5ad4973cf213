package dev.spoor.workbench;

import dev.spoor.explain.RuleExplanation;
import dev.spoor.rule.Rule;

/**
 * Why a rule found an event, or why not.
 *
 * @param event   number of the event in the case
 * @param failing how many clauses fail, where the event was found as a near miss; else 0
 */
public record Explanation(Rule rule, long event, int failing, RuleExplanation explained) {}
