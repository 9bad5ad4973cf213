package dev.spoor.exec.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows that were put together, in the order of time. Not thread-safe. */
final class RowGroup {
    private final List<TimedRow> rows = new ArrayList<>();
    private final List<Set<String>> keys = new ArrayList<>();
    private boolean closed;

    RowGroup(int keyCount) {
        for (int i = 0; i < keyCount; i++) {
            keys.add(new HashSet<>());
        }
    }

    void add(TimedRow row) {
        rows.add(row);
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).addAll(row.keys().get(i));
        }
    }

    List<TimedRow> rows() {
        return rows;
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    double first() {
        return rows.getFirst().time();
    }

    double last() {
        return rows.getLast().time();
    }

    /** Whether no key of a row differs from the group's; with {@code sharing}, at least one must be the same. */
    boolean takes(TimedRow row, boolean sharing) {
        boolean shared = keys.isEmpty();
        for (int i = 0; i < keys.size(); i++) {
            List<String> own = row.keys().get(i);
            if (own.isEmpty() || keys.get(i).isEmpty()) {
                continue;
            }
            if (own.stream().noneMatch(keys.get(i)::contains)) {
                return false;
            }
            shared = true;
        }
        return shared || !sharing;
    }
}
