package dev.spoor.workbench;

import java.util.List;
import java.util.Locale;

/**
 * Whether a case has the data that a rule looks at.
 *
 * @param missing what no event of the case has or is, in words; empty unless absent
 */
public record RuleData(State state, List<String> missing) {
    /** Of a rule of which nothing can be said. */
    public static final RuleData UNKNOWN = new RuleData(State.UNKNOWN, List.of());

    /** What is known. */
    public enum State {
        /** Each log and each field that the rule cannot do without occurs. */
        PRESENT,
        /** Something that the rule cannot do without does not occur: that it found nothing says nothing. */
        ABSENT,
        /** The rule cannot run, or does not say what it needs. */
        UNKNOWN;

        /** The lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RuleData {
        missing = List.copyOf(missing);
    }
}
