package dev.spoor.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * One event on its way from a reader to a segment: values by field number, where it came from and when it happened. It is filled by the
 * normaliser and copied into columns by the segment builder. Not thread-safe.
 */
public final class Event {
    private final FieldTable fields;
    private final Origin origin;
    private long time = Time.NONE;
    private int[] numbers = new int[32];
    private Values[] values = new Values[32];
    private int size;

    public Event(FieldTable fields, Origin origin) {
        this.fields = fields;
        this.origin = origin;
    }

    /** The table that gave this event's field numbers. */
    public FieldTable fields() {
        return fields;
    }

    public Origin origin() {
        return origin;
    }

    /** Ticks of {@link Time}, or {@link Time#NONE}. */
    public long time() {
        return time;
    }

    public void time(long ticks) {
        time = ticks;
    }

    /** How many fields have a value. */
    public int size() {
        return size;
    }

    /** Number of the field at a place between 0 and {@link #size()}; places change when a field is removed. */
    public int fieldAt(int place) {
        return numbers[place];
    }

    public Values valuesAt(int place) {
        return values[place];
    }

    /** Sets what a field holds, in place of what it held. */
    public void put(int field, Values value) {
        int place = place(field);
        if (place >= 0) {
            values[place] = value;
            return;
        }
        append(field, value);
    }

    /** Sets what a field holds that the caller knows to hold nothing yet; saves the search for it. */
    public void append(int field, Values value) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        numbers[size] = field;
        values[size++] = value;
    }

    public void put(Field field, Values value) {
        put(fields.number(field), value);
    }

    /** Adds a value behind those that a field holds. */
    public void add(int field, Value value) {
        int place = place(field);
        if (place < 0) {
            put(field, value);
            return;
        }
        Values held = values[place];
        Value[] all = new Value[held.size() + 1];
        for (int i = 0; i < held.size(); i++) {
            all[i] = held.get(i);
        }
        all[held.size()] = value;
        values[place] = new ValueList(Arrays.asList(all));
    }

    /** What a field holds. */
    public Optional<Values> get(int field) {
        int place = place(field);
        return place < 0 ? Optional.empty() : Optional.of(values[place]);
    }

    public Optional<Values> get(Field field) {
        return get(fields.number(field));
    }

    /** Takes a field away; does nothing where it holds nothing. */
    public void remove(int field) {
        int place = place(field);
        if (place >= 0) {
            size--;
            numbers[place] = numbers[size];
            values[place] = values[size];
            values[size] = null;
        }
    }

    private int place(int field) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == field) {
                return i;
            }
        }
        return -1;
    }
}
