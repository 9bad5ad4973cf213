package dev.spoor.normalize;

import dev.spoor.event.EventBatch;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.List;

/** The event being made: a slot of a batch. Used again for event after event. Not thread-safe. */
final class Draft {
    private EventBatch batch;
    private int slot;
    private Recording recording;

    /** Goes to an event. */
    void at(EventBatch of, int event) {
        batch = of;
        slot = event;
    }

    EventBatch batch() {
        return batch;
    }

    int slot() {
        return slot;
    }

    /** Writes down what is put from now on, until null is given. */
    void record(Recording onto) {
        recording = onto;
    }

    /** What a field holds, or null. */
    Values get(int field) {
        return batch.get(slot, field);
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
        if (recording != null) {
            recording.put(field, value, false);
        }
        batch.put(slot, field, value);
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
        batch.put(slot, field, new ValueList(all));
    }

    /** Makes a field a list and adds a value that it does not hold yet. */
    void addToSet(int field, Value value) {
        if (recording != null) {
            recording.put(field, value, true);
        }
        Values held = get(field);
        if (held == null) {
            batch.put(slot, field, new ValueList(List.of(value)));
            return;
        }
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).text().equals(value.text())) {
                return;
            }
        }
        add(field, value);
    }

    /** Takes a field away. */
    void remove(int field) {
        if (has(field)) {
            batch.put(slot, field, null);
        }
    }
}
