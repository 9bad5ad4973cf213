package dev.spoor.workbench;

import dev.spoor.workbench.Difference.Check;
import java.util.Map;

/**
 * What a check of a case came to.
 *
 * @param sources   lines of the register that were looked at
 * @param events    events of the case that are as the evidence gives them
 * @param rules     rules that were run again
 * @param alerts    alerts that are as the rules give them again
 * @param decisions journal lines that decide about alerts
 * @param lines     lines of the journal
 * @param head      hash of the newest line
 * @param digest    SHA-256 over the ids of all alerts that the rules gave again, in order: the same on every machine for the same evidence, rules and exceptions
 * @param differing how many differences each check found; checks without are left out
 * @param unchecked what could not be checked
 */
public record Verification(long sources, long events, long rules, long alerts, long decisions, long lines, String head, String digest, Map<Check, Long> differing,
        Map<Check, Long> unchecked) {
    public Verification {
        differing = Map.copyOf(differing);
        unchecked = Map.copyOf(unchecked);
    }

    /** Whether nothing differs. */
    public boolean holds() {
        return differing.isEmpty();
    }
}
