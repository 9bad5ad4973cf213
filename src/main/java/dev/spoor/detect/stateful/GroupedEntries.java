package dev.spoor.detect.stateful;

import dev.spoor.detect.FoundEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The entries of a log by their codes: groups in the order of their first entry, the entries of a group in time order. */
final class GroupedEntries {
    private final int[] begins;
    private final int[] entries;

    private GroupedEntries(int[] begins, int[] entries) {
        this.begins = begins;
        this.entries = entries;
    }

    static GroupedEntries of(EventLog log, Comparator<FoundEvent> order) {
        Integer[] sorted = log.sorted(order);
        Map<Integer, Integer> ranks = new HashMap<>();
        int[] rankOf = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            rankOf[i] = ranks.computeIfAbsent(log.code(sorted[i]), _ -> ranks.size());
        }
        int[] begins = new int[ranks.size() + 1];
        for (int rank : rankOf) {
            begins[rank + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        int[] next = begins.clone();
        int[] entries = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            entries[next[rankOf[i]]++] = sorted[i];
        }
        return new GroupedEntries(begins, entries);
    }

    /** How many groups there are. */
    int groups() {
        return begins.length - 1;
    }

    /** The place of a group's first entry. */
    int begin(int rank) {
        return begins[rank];
    }

    /** The place behind a group's last entry. */
    int end(int rank) {
        return begins[rank + 1];
    }

    /** The entry at a place. */
    int entry(int place) {
        return entries[place];
    }
}
