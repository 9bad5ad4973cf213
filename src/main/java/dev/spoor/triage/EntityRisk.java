package dev.spoor.triage;

import java.util.List;

/**
 * The risk of a host or a user.
 *
 * @param name     as the first alert writes it
 * @param day      the highest sum of scores in any 24 hours
 * @param total    the sum of all scores
 * @param tactics  the highest number of different ATT&amp;CK tactics in any 7 days
 * @param first    ticks of the first alert that has a time, {@code Time.NONE} for none
 * @param last     ticks of the last one
 * @param critical whether the analyst calls it critical
 * @param parts    what its risk comes from, in the order of time
 */
public record EntityRisk(CriticalAsset.Kind kind, String name, long day, long total, int tactics, long first, long last, boolean critical, List<Part> parts) {
    /** Above this sum in 24 hours Splunk raises a notable event of its own. */
    public static final long RISK_LIMIT = 100;
    /** From this number of tactics in 7 days on as well. */
    public static final int TACTIC_LIMIT = 3;

    /**
     * What an alert adds.
     *
     * @param score  0 where the alert was closed as no threat
     * @param type   {@code anomaly}, {@code ttp}, or the rule's own word
     */
    public record Part(Alert alert, long score, String type) {}

    public EntityRisk {
        parts = List.copyOf(parts);
    }

    /** Whether it is above what Splunk's risk rules wait for. */
    public boolean notable() {
        return day > RISK_LIMIT || tactics >= TACTIC_LIMIT;
    }
}
