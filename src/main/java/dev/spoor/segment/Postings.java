package dev.spoor.segment;

/** For each code of a column the events that have it: worth making when many codes are asked for one by one. Immutable; thread-safe. */
public final class Postings {
    private final int[] starts;
    private final int[] events;

    /** Of a column. */
    public Postings(Column column) {
        int[] codes = column.codes();
        starts = new int[column.distinct() + 2];
        for (int code : codes) {
            starts[code + 2]++;
        }
        for (int code = 2; code < starts.length; code++) {
            starts[code] += starts[code - 1];
        }
        events = new int[codes.length];
        Bitmap occupied = column.occupied();
        boolean lists = column.shapes().lists() != null;
        int rank = 0;
        int place = 0;
        for (int event = occupied.next(0); event >= 0; event = occupied.next(event + 1)) {
            int end = lists ? place + column.shapes().count(rank++) : place + 1;
            while (place < end) {
                events[starts[codes[place++] + 1]++] = event;
            }
        }
    }

    /** Adds the events that have a code to a set. */
    public void addTo(int code, Bitmap set) {
        for (int i = starts[code]; i < starts[code + 1]; i++) {
            set.set(events[i]);
        }
    }
}
