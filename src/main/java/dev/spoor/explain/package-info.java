/**
 * Why a rule matched an event, or why not: {@link dev.spoor.explain.ClauseTree} asks each clause of a condition on one event, {@link dev.spoor.explain.RuleExplanation} does so for a
 * compiled rule, {@link dev.spoor.explain.NearMisses} finds the events on which the fewest clauses fail. The leaves are decided by the engine's own matcher. May import {@code detect},
 * {@code exec}, {@code query}, {@code segment}, {@code ecs}, {@code event}.
 */
package dev.spoor.explain;
