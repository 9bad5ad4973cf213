package dev.spoor.triage;

/**
 * The type that an analyst gave to a rule in the place of its own.
 *
 * @param rule id of the rule
 * @param type {@code anomaly} (its alerts only add to the risk of hosts and users) or {@code ttp}
 * @param time ticks of the wall clock
 */
public record RuleType(String rule, String type, String author, long time) {}
