package dev.spoor.workbench;

import java.util.List;
import java.util.Optional;

/**
 * A line of the evidence register.
 *
 * @param number      its number in the case
 * @param path        as given to load
 * @param entry       entry of an archive, else empty
 * @param sha256      lower-case hex of the whole file or entry
 * @param first       ticks of the earliest event, {@code Time.NONE} for none
 * @param duplicateOf path of the source with the same bytes, in which case nothing was loaded
 * @param state       how far it is
 * @param zone        how its times were read
 * @param embedded    how many of its records are in the case word for word
 * @param problems    what could not be read, with positions (the first 1,000; {@code damaged} counts all)
 */
public record SourceSummary(int number, String path, String entry, String sha256, long size, String format, long records, long damaged, long repaired, long first,
        long last, Optional<String> duplicateOf, List<String> problems, State state, ReadZone zone, long embedded) {
    /** How far a source is. */
    public enum State {
        /** Being loaded now, or its loading was interrupted. */
        LOADING("loading"),
        /** All of it is in the case. */
        LOADED("loaded"),
        /** Its bytes are in the case under another name. */
        DUPLICATE("duplicate"),
        /** It is no log that can be read; it stands in the register with the reason. */
        NOT_READ("not read");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }
    }

    /**
     * How times were read.
     *
     * @param name  the zone; UTC where the records name theirs
     * @param found {@code from the records}, {@code given} or {@code assumed}; both are empty where there were no records, or an older case does not tell
     */
    public record ReadZone(String name, String found) {
        /** Nothing is known. */
        public static final ReadZone UNKNOWN = new ReadZone("", "");
    }

    /** Loaded, nothing known of its zone, without records word for word. */
    public SourceSummary(int number, String path, String entry, String sha256, long size, String format, long records, long damaged, long repaired, long first, long last,
            Optional<String> duplicateOf, List<String> problems) {
        this(number, path, entry, sha256, size, format, records, damaged, repaired, first, last, duplicateOf, problems, State.LOADED, ReadZone.UNKNOWN, 0);
    }
}
