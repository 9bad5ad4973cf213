package dev.spoor.normalize;

import dev.spoor.event.Event;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The event being made: values by field number, found without searching. Used again for event after event. Not thread-safe. */
final class Draft {
    private Values[] values = new Values[256];
    private int[] order = new int[128];
    private int size;

    /** What a field holds, or null. */
    Values get(int field) {
        return field < values.length ? values[field] : null;
    }

    boolean has(int field) {
        return get(field) != null;
    }

    /** The text of a field's first value, or empty. */
    String text(int field) {
        Values held = get(field);
        return held == null ? "" : held.first().text();
    }

    void put(int field, Values value) {
        if (field >= values.length) {
            values = Arrays.copyOf(values, Math.max(field + 64, values.length * 2));
        }
        if (values[field] == null) {
            if (size == order.length) {
                order = Arrays.copyOf(order, size * 2);
            }
            order[size++] = field;
        }
        values[field] = value;
    }

    /** Adds a value behind those held. */
    void add(int field, Value value) {
        Values held = get(field);
        if (held == null) {
            put(field, value);
            return;
        }
        List<Value> all = new ArrayList<>(held.size() + 1);
        for (int i = 0; i < held.size(); i++) {
            all.add(held.get(i));
        }
        all.add(value);
        values[field] = new ValueList(all);
    }

    /** Makes a field a list and adds a value that it does not hold yet. */
    void addToSet(int field, Value value) {
        Values held = get(field);
        if (held == null) {
            put(field, new ValueList(List.of(value)));
            return;
        }
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).text().equals(value.text())) {
                return;
            }
        }
        add(field, value);
    }

    /** Takes a field away; it keeps its place in the order should it come again. */
    void remove(int field) {
        if (!has(field)) {
            return;
        }
        values[field] = null;
        for (int i = 0; i < size; i++) {
            if (order[i] == field) {
                System.arraycopy(order, i + 1, order, i, size - i - 1);
                size--;
                return;
            }
        }
    }

    /** Gives everything held to an event and begins anew. */
    void moveTo(Event event) {
        for (int i = 0; i < size; i++) {
            event.append(order[i], values[order[i]]);
            values[order[i]] = null;
        }
        size = 0;
    }
}
