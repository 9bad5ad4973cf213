package dev.spoor.store;

import dev.spoor.segment.Column;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Columns read lately, as many as fit; those that were not asked for longest go first. Thread-safe. */
final class ColumnCache {
    private final long most;
    private final Map<Long, Column> columns = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * An empty cache.
     *
     * @param most bytes of memory that the columns take together, by their own estimate
     */
    ColumnCache(long most) {
        this.most = most;
    }

    /** The column of a row, or null. */
    synchronized Column get(long row) {
        return columns.get(row);
    }

    synchronized void put(long row, Column column) {
        Column before = columns.put(row, column);
        bytes += column.memory() - (before == null ? 0 : before.memory());
        Iterator<Column> oldest = columns.values().iterator();
        while (bytes > most && columns.size() > 1) {
            bytes -= oldest.next().memory();
            oldest.remove();
        }
    }

    /** Forgets all: rows have changed. */
    synchronized void clear() {
        columns.clear();
        bytes = 0;
    }
}
