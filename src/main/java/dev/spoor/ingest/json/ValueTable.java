package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import java.util.Arrays;

/**
 * Values met lately, by the bytes that spell them in the file, so that a value that comes again costs no new object. Begins anew when it is full. Not thread-safe.
 */
final class ValueTable {
    private static final int SLOTS = 1 << 16;
    private static final int WIDTH = 4;
    private static final int MOST = SLOTS / 2;
    private static final int MOST_BYTES = 8 << 20;
    /** Per slot: the hash, and where the bytes begin, and how many there are; side by side, because a look at a slot is a look at memory far away. */
    private final int[] slots = new int[SLOTS * WIDTH];
    private final Value[] values = new Value[SLOTS];
    private byte[] arena = new byte[1 << 16];
    private int used;
    private int count;

    /** The value of these bytes, or null. */
    Value find(Kind kind, int hash, byte[] bytes, int from, int to) {
        int length = to - from;
        for (int slot = slot(hash); values[slot] != null; slot = slot + 1 & SLOTS - 1) {
            int at = slot * WIDTH;
            if (slots[at] == hash && slots[at + 2] == length && values[slot].kind() == kind) {
                int start = slots[at + 1];
                if (Arrays.equals(arena, start, start + length, bytes, from, to)) {
                    return values[slot];
                }
            }
        }
        return null;
    }

    /** Remembers the value of bytes that were not found. */
    void add(Value value, int hash, byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > MOST_BYTES / 8) {
            return;
        }
        if (count == MOST || used + length > MOST_BYTES) {
            Arrays.fill(values, null);
            used = 0;
            count = 0;
        }
        if (used + length > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(used + length, Math.min(arena.length * 2, MOST_BYTES)));
        }
        System.arraycopy(bytes, from, arena, used, length);
        int slot = slot(hash);
        while (values[slot] != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot * WIDTH] = hash;
        slots[slot * WIDTH + 1] = used;
        slots[slot * WIDTH + 2] = length;
        values[slot] = value;
        used += length;
        count++;
    }

    private static int slot(int hash) {
        return hash & SLOTS - 1;
    }
}
