package dev.spoor.detect.stateful;

import dev.spoor.detect.FoundEvent;
import java.util.Arrays;
import java.util.Comparator;

/** Events as numbers: when, in which segment, at which place, and one code each. An event may be in it several times with different codes. Used by one thread. */
final class EventLog {
    private final EventShelf shelf;
    private long[] times = new long[16];
    private int[] segments = new int[16];
    private int[] places = new int[16];
    private int[] codes = new int[16];
    private int size;

    EventLog(EventShelf shelf) {
        this.shelf = shelf;
    }

    void add(long time, int segment, int place, int code) {
        if (size == times.length) {
            int more = Math.addExact(size, size / 2 + 16);
            times = Arrays.copyOf(times, more);
            segments = Arrays.copyOf(segments, more);
            places = Arrays.copyOf(places, more);
            codes = Arrays.copyOf(codes, more);
        }
        times[size] = time;
        segments[size] = segment;
        places[size] = place;
        codes[size++] = code;
    }

    int size() {
        return size;
    }

    long time(int entry) {
        return times[entry];
    }

    int code(int entry) {
        return codes[entry];
    }

    /** The event, its columns ready to be loaded. */
    FoundEvent event(int entry) {
        return shelf.event(segments[entry], places[entry]);
    }

    /** The event for those who load its columns elsewhere. */
    FoundEvent light(int entry) {
        return shelf.light(segments[entry], places[entry]);
    }

    /** The entries by time, ties in the order of events, then of codes. */
    Integer[] sorted(Comparator<FoundEvent> order) {
        Integer[] sorted = new Integer[size];
        Arrays.setAll(sorted, Integer::valueOf);
        Arrays.sort(sorted, (one, other) -> compare(one, other, order));
        return sorted;
    }

    private int compare(int one, int other, Comparator<FoundEvent> order) {
        int byTime = Long.compare(times[one], times[other]);
        if (byTime != 0 || one == other) {
            return byTime;
        }
        boolean same = segments[one] == segments[other] && places[one] == places[other];
        int byEvent = same ? 0 : order.compare(shelf.light(segments[one], places[one]), shelf.light(segments[other], places[other]));
        return byEvent != 0 ? byEvent : Integer.compare(one, other);
    }
}
