package dev.spoor.exec;

import dev.spoor.segment.EventRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a pipeline: columns that were computed, over the event that it was made from, if it was made from one. A column may hold null, which hides a
 * field of the event. Values are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code java.time.Instant} or a {@code List} of these. Not
 * thread-safe.
 */
public final class Row {
    private final Optional<EventRow> event;
    private final Contributors contributors;
    private Map<String, Object> columns = Map.of();

    public Row(Optional<EventRow> event, Contributors contributors) {
        this.event = event;
        this.contributors = contributors;
    }

    /** A row that is nothing but an event, for expressions on single events. */
    public static Row of(EventRow event) {
        return new Row(Optional.of(event), Contributors.none());
    }

    public Optional<EventRow> event() {
        return event;
    }

    /** The events that went into this row. */
    public Contributors contributors() {
        return contributors;
    }

    /** Whether there is a column of this name, also one that holds null. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** What a column holds; null where it holds nothing or is not there. */
    public Object get(String column) {
        return columns.get(column);
    }

    public void set(String column, Object value) {
        if (columns.isEmpty()) {
            columns = new LinkedHashMap<>();
        }
        columns.put(column, value);
    }

    /** Puts other columns in place of all. */
    public void replace(Map<String, Object> others) {
        columns = new LinkedHashMap<>(others);
    }

    /** The columns in the order in which they were made. */
    public Map<String, Object> columns() {
        return columns;
    }

    /** A row with the same event and columns, which can be changed by itself. */
    public Row copy() {
        Row copy = new Row(event, contributors);
        if (!columns.isEmpty()) {
            copy.columns = new LinkedHashMap<>(columns);
        }
        return copy;
    }
}
