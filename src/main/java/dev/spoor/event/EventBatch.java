package dev.spoor.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some hundred events on their way from a reader to a segment, field by field: what a field holds in all of them lies together, so that work which is the same for
 * every event is done with what it needs at hand. Events have slots, from 0. Used again after {@link #clear}. Not thread-safe.
 */
public final class EventBatch {
    private final FieldTable fields;
    private final int capacity;
    private final Origin[] origins;
    private final long[] times;
    private final List<Values[]> idle = new ArrayList<>();
    private Values[][] columns = new Values[256][];
    private int[] used = new int[128];
    private int usedCount;
    private int size;

    /**
     * An empty batch.
     *
     * @param fields   the table that numbers the fields of its events
     * @param capacity most events
     */
    public EventBatch(FieldTable fields, int capacity) {
        this.fields = fields;
        this.capacity = capacity;
        this.origins = new Origin[capacity];
        this.times = new long[capacity];
    }

    public FieldTable fields() {
        return fields;
    }

    /** How many events it has. */
    public int size() {
        return size;
    }

    public boolean full() {
        return size == capacity;
    }

    /** Begins an event that has no time and no field yet; returns its slot. */
    public int begin(Origin origin) {
        origins[size] = origin;
        times[size] = Time.NONE;
        return size++;
    }

    public Origin origin(int slot) {
        return origins[slot];
    }

    /** Ticks of {@link Time}, or {@link Time#NONE}. */
    public long time(int slot) {
        return times[slot];
    }

    public void time(int slot, long ticks) {
        times[slot] = ticks;
    }

    /** What a field holds, or null. */
    public Values get(int slot, int field) {
        Values[] column = column(field);
        return column == null ? null : column[slot];
    }

    /** Sets what a field holds, in place of what it held; null takes it away. */
    public void put(int slot, int field, Values values) {
        Values[] column = column(field);
        (column == null ? newColumn(field) : column)[slot] = values;
    }

    /** How many fields have, or had, a value in at least one event. */
    public int usedFields() {
        return usedCount;
    }

    /** The number of one of these fields. */
    public int usedField(int place) {
        return used[place];
    }

    /** What a field holds in each event, null where it holds nothing; null where no event has or had it. Must not be changed. */
    public Values[] column(int field) {
        return field < columns.length ? columns[field] : null;
    }

    /** Forgets all events. */
    public void clear() {
        for (int i = 0; i < usedCount; i++) {
            Values[] column = columns[used[i]];
            Arrays.fill(column, 0, size, null);
            idle.add(column);
            columns[used[i]] = null;
        }
        usedCount = 0;
        size = 0;
    }

    /** A copy of one event. */
    public Event event(int slot) {
        Event event = new Event(fields, origins[slot]);
        event.time(times[slot]);
        for (int i = 0; i < usedCount; i++) {
            Values values = columns[used[i]][slot];
            if (values != null) {
                event.append(used[i], values);
            }
        }
        return event;
    }

    private Values[] newColumn(int field) {
        if (field >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(field + 64, columns.length * 2));
        }
        if (usedCount == used.length) {
            used = Arrays.copyOf(used, usedCount * 2);
        }
        used[usedCount++] = field;
        Values[] column = idle.isEmpty() ? new Values[capacity] : idle.removeLast();
        columns[field] = column;
        return column;
    }
}
