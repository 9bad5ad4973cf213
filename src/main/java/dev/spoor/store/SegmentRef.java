package dev.spoor.store;

/**
 * A segment of the case, as it stands in the list.
 *
 * @param id         counted from 1, in the order of appending
 * @param firstEvent number of its first event in the case, counted from 1
 * @param events     how many events; they have consecutive numbers
 * @param dataset    data set of its events
 * @param minTime    ticks of the earliest event that has a time, {@code Time.NONE} where none has
 * @param maxTime    ticks of the latest
 */
public record SegmentRef(int id, long firstEvent, int events, String dataset, long minTime, long maxTime) {
    /** Whether the event of this number is in the segment. */
    public boolean holds(long event) {
        return event >= firstEvent && event < firstEvent + events;
    }

    /** The place of an event of this segment, counted from 0. */
    public int index(long event) {
        return Math.toIntExact(event - firstEvent);
    }
}
