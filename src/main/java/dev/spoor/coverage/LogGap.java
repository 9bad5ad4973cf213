package dev.spoor.coverage;

/**
 * A hole in the record numbers of a log.
 *
 * @param host   the computer whose log it is, empty where the events do not name it
 * @param log    the log (channel), empty where the events do not name it
 * @param before the number of the last record before the hole
 * @param after  the number of the first record after it
 * @param from   time of the record before, in ticks, or {@code Time.NONE}
 * @param to     time of the record after
 */
public record LogGap(String host, String log, long before, long after, long from, long to) {
    /** How many numbers are missing. */
    public long missing() {
        return after - before - 1;
    }
}
