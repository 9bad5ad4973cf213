package dev.spoor.segment;

import dev.spoor.event.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the events of a segment happened and where they came from, as columns. Immutable; thread-safe. */
public final class Provenance {
    private final long[] times;
    private final int[] sources;
    private final List<String> entries;
    private final int[] entryCodes;
    private final long[] records;
    private final long[] offsets;

    /** The arrays are not copied; all but {@code entries} have an element for each event. */
    Provenance(long[] times, int[] sources, List<String> entries, int[] entryCodes, long[] records, long[] offsets) {
        this.times = times;
        this.sources = sources;
        this.entries = entries;
        this.entryCodes = entryCodes;
        this.records = records;
        this.offsets = offsets;
    }

    public int size() {
        return times.length;
    }

    /** Ticks of {@link dev.spoor.event.Time}, or {@code Time.NONE}. */
    public long time(int event) {
        return times[event];
    }

    /** Number of the event's source in the case's evidence register. */
    public int source(int event) {
        return sources[event];
    }

    public Origin origin(int event) {
        return new Origin(sources[event], entries.get(entryCodes[event]), records[event], offsets[event]);
    }

    long[] times() {
        return times;
    }

    int[] sources() {
        return sources;
    }

    List<String> entries() {
        return entries;
    }

    int[] entryCodes() {
        return entryCodes;
    }

    long[] records() {
        return records;
    }

    long[] offsets() {
        return offsets;
    }

    /** Gathers them, event by event. Not thread-safe. */
    static final class Builder {
        private final Map<String, Integer> entries = new HashMap<>();
        private final List<String> entryTexts = new ArrayList<>();
        private long[] times = new long[64];
        private int[] sources = new int[64];
        private int[] entryCodes = new int[64];
        private long[] records = new long[64];
        private long[] offsets = new long[64];
        private int size;

        void add(long time, Origin origin) {
            if (size == times.length) {
                grow();
            }
            times[size] = time;
            sources[size] = origin.source();
            entryCodes[size] = entries.computeIfAbsent(origin.entry(), this::newEntry);
            records[size] = origin.record();
            offsets[size++] = origin.offset();
        }

        int size() {
            return size;
        }

        Provenance build() {
            return new Provenance(Arrays.copyOf(times, size), Arrays.copyOf(sources, size), List.copyOf(entryTexts), Arrays.copyOf(entryCodes, size),
                    Arrays.copyOf(records, size), Arrays.copyOf(offsets, size));
        }

        private int newEntry(String entry) {
            entryTexts.add(entry);
            return entryTexts.size() - 1;
        }

        private void grow() {
            int length = size * 2;
            times = Arrays.copyOf(times, length);
            sources = Arrays.copyOf(sources, length);
            entryCodes = Arrays.copyOf(entryCodes, length);
            records = Arrays.copyOf(records, length);
            offsets = Arrays.copyOf(offsets, length);
        }
    }
}
