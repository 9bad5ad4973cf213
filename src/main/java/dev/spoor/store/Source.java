package dev.spoor.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A line of the register of evidence.
 *
 * @param number      its number in the case, counted from 1
 * @param origin      what was known when it was registered
 * @param state       how far it is
 * @param duplicateOf number of the source with the same bytes, exactly for DUPLICATE
 * @param result      what reading it gave; zeros while it is loading
 * @param stored      how many of its events are in the case
 * @param embedded    how many of its records are in the case word for word
 */
public record Source(int number, Registration origin, State state, OptionalInt duplicateOf, Result result, long stored, long embedded) {
    /** Without records word for word. */
    public Source(int number, Registration origin, State state, OptionalInt duplicateOf, Result result, long stored) {
        this(number, origin, state, duplicateOf, result, stored, 0);
    }

    /** How far a source is. */
    public enum State {
        /** Being loaded now, or its loading was interrupted. */
        LOADING,
        /** All of it is in the case. */
        LOADED,
        /** Its bytes are in the case already, under another name; nothing was loaded. */
        DUPLICATE
    }

    /**
     * What is known of a source before it is parsed.
     *
     * @param path       as given to load
     * @param entry      entry of an archive, else empty
     * @param sha256     lower-case hex, of the whole file or entry
     * @param size       bytes
     * @param format     the reader's name
     * @param dataset    data set of its events
     * @param zone       zone of times without one, as the user gave it; empty where none was given, and UTC is assumed
     * @param registered ticks of the wall clock
     */
    public record Registration(String path, String entry, String sha256, long size, String format, String dataset, String zone, long registered) {}

    /**
     * What reading a source gave.
     *
     * @param damaged  places that could not be read
     * @param repaired records read although something was wrong with them
     * @param first    ticks of the earliest event, {@code Time.NONE} for none
     * @param last     ticks of the latest event
     * @param problems what could not be read, in the order of the file; the case keeps the first 1,000
     * @param zoneless how many times named no zone; empty where it is not known (an older case)
     */
    public record Result(long records, long damaged, long repaired, long first, long last, List<String> problems, OptionalLong zoneless) {
        /** Where it is not known which times named no zone. */
        public Result(long records, long damaged, long repaired, long first, long last, List<String> problems) {
            this(records, damaged, repaired, first, last, problems, OptionalLong.empty());
        }

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** The newest source whose bytes these are. */
    static Optional<Source> original(List<Source> sameHash) {
        return sameHash.stream().filter(source -> source.state() != State.DUPLICATE).reduce((_, newer) -> newer);
    }
}
