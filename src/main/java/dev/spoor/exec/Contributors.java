package dev.spoor.exec;

import java.util.Arrays;

/** The events that went into a row: how many, and the numbers of the first {@link #KEPT} of them. Not thread-safe. */
public final class Contributors {
    /** How many numbers are kept. */
    public static final int KEPT = 10_000;
    private static final long[] NO_IDS = {};
    private long[] ids;
    private int kept;
    private long count;

    private Contributors(int room) {
        ids = room == 0 ? NO_IDS : new long[room];
    }

    /** Of no event yet. */
    public static Contributors none() {
        return new Contributors(0);
    }

    /** Of one event. */
    public static Contributors of(long id) {
        Contributors one = new Contributors(1);
        one.add(id);
        one.count = 1;
        return one;
    }

    private void add(long id) {
        if (kept < KEPT) {
            if (kept == ids.length) {
                ids = Arrays.copyOf(ids, Math.max(4, kept * 2));
            }
            ids[kept++] = id;
        }
    }

    /** Adds the events of another row. */
    public void add(Contributors others) {
        for (int i = 0; i < others.kept; i++) {
            add(others.ids[i]);
        }
        count += others.count();
    }

    /** Numbers of events, in the order in which they came; not more than {@link #KEPT}. */
    public long[] ids() {
        return Arrays.copyOf(ids, kept);
    }

    /** How many events, also those whose numbers were not kept. */
    public long count() {
        return count;
    }
}
