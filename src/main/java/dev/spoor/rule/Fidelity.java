package dev.spoor.rule;

import java.util.List;
import java.util.Locale;

/**
 * How far Spoor does what a rule means in its home.
 *
 * @param reasons what differs, or why it cannot run; empty exactly for EXACT
 */
public record Fidelity(Status status, List<String> reasons) {
    /** The degrees, as in CLI.md. */
    public enum Status {
        EXACT, APPROXIMATE, NOT_RUNNABLE, INVALID;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Fidelity EXACT = new Fidelity(Status.EXACT, List.of());

    public Fidelity {
        reasons = List.copyOf(reasons);
    }

    /** Whether the rule can be run at all. */
    public boolean runnable() {
        return status == Status.EXACT || status == Status.APPROXIMATE;
    }
}
