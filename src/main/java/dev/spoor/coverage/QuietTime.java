package dev.spoor.coverage;

/**
 * A time without any event of a source.
 *
 * @param from time of the last event before, in ticks
 * @param to   time of the first event after
 */
public record QuietTime(long from, long to) {
    /** How long it was quiet, in ticks; the greatest number where it is longer. */
    public long length() {
        return to - from < 0 ? Long.MAX_VALUE : to - from;
    }
}
