package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import java.util.Arrays;

/**
 * Values met lately, by the bytes that spell them in the file, so that a value that comes again costs no new object. Begins anew when it is full. Not thread-safe.
 */
final class ValueTable {
    private static final int SLOTS = 1 << 16;
    private static final int MOST = SLOTS / 2;
    private static final int MOST_BYTES = 8 << 20;
    private final int[] hashes = new int[SLOTS];
    private final int[] starts = new int[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final Value[] values = new Value[SLOTS];
    private byte[] arena = new byte[1 << 16];
    private int used;
    private int count;

    /** The value of these bytes, or null. */
    Value find(Kind kind, int hash, byte[] bytes, int from, int to) {
        for (int slot = slot(hash); values[slot] != null; slot = slot + 1 & SLOTS - 1) {
            boolean maybe = hashes[slot] == hash && lengths[slot] == to - from && values[slot].kind() == kind;
            if (maybe && Arrays.equals(arena, starts[slot], starts[slot] + lengths[slot], bytes, from, to)) {
                return values[slot];
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
        hashes[slot] = hash;
        starts[slot] = used;
        lengths[slot] = length;
        values[slot] = value;
        used += length;
        count++;
    }

    private static int slot(int hash) {
        return hash & SLOTS - 1;
    }
}
