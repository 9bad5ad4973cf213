package dev.spoor.ingest.evtx;

import java.util.Arrays;

/**
 * A map from offsets in a chunk to what stands there. Not thread-safe.
 *
 * @param <T> what is kept
 */
final class OffsetTable<T> {
    private int[] keys = new int[64];
    private Object[] values = new Object[64];
    private int size;

    /** What is kept for an offset, or null. */
    @SuppressWarnings("unchecked")
    T get(int offset) {
        return (T) values[slot(offset)];
    }

    void put(int offset, T value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(offset);
        size += values[slot] == null ? 1 : 0;
        keys[slot] = offset;
        values[slot] = value;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(values, null);
            size = 0;
        }
    }

    private int slot(int offset) {
        int mask = keys.length - 1;
        int slot = (offset * 0x9E3779B9 >>> 16) & mask;
        while (values[slot] != null && keys[slot] != offset) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
