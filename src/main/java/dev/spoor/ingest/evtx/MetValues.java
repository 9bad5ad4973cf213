package dev.spoor.ingest.evtx;

import dev.spoor.event.Value;
import java.util.Arrays;

/**
 * Values met lately, by their type and bytes: a value that comes again is the same object and is not written as text again. Begins anew when it is full. Not
 * thread-safe.
 */
final class MetValues {
    private static final Value EMPTY = Value.string("");
    /** Longer values, scripts mostly, seldom come again. */
    private static final int LONGEST = 2_048;
    private static final int MOST = 1 << 15;
    private static final int MOST_BYTES = 4 << 20;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private final ValueText texts = new ValueText();
    private int generation;
    private int[] table = new int[1 << 10];
    private int[] hashes = new int[1 << 9];
    private int[] starts = new int[1 << 9];
    /** Type and size. */
    private int[] forms = new int[1 << 9];
    private Value[] values = new Value[1 << 9];
    private byte[] arena = new byte[1 << 14];
    private int used;
    private int count;

    /** What a template's values were in its last instance, and whether they repeat. */
    static final class Memory {
        /** After so many values it is known whether they repeat. */
        private static final int ENOUGH = 64;
        private static final int LONG_AGO = 4_096;
        /** Values are worth remembering where at least one of so many is met again. */
        private static final int RARELY = 8;
        private int generation = -1;
        private int[] last = {};
        private int[] met = {};
        private int[] again = {};

        private void reach(int index, int ofGeneration) {
            if (generation != ofGeneration) {
                generation = ofGeneration;
                Arrays.fill(last, 0);
            }
            if (index >= last.length) {
                int length = Math.max(index + 1, Math.max(32, 2 * last.length));
                last = Arrays.copyOf(last, length);
                met = Arrays.copyOf(met, length);
                again = Arrays.copyOf(again, length);
            }
        }

        private boolean repeats(int index) {
            return met[index] < ENOUGH || again[index] * RARELY > met[index];
        }

        private void met(int index, boolean before) {
            if (met[index] == LONG_AGO) {
                met[index] /= 2;
                again[index] /= 2;
            }
            met[index]++;
            again[index] += before ? 1 : 0;
        }
    }

    /**
     * The value of bytes.
     *
     * @param index number of the value in its template
     * @throws DecodeException if the bytes do not fit the type
     */
    Value of(Memory memory, int index, byte[] bytes, int from, int size, int type) throws DecodeException {
        if (size == 0 || type == ValueType.NULL) {
            return EMPTY;
        }
        if (size > LONGEST) {
            return Value.string(texts.text(bytes, from, size, type));
        }
        memory.reach(index, generation);
        int form = type << 16 | size;
        int last = memory.last[index] - 1;
        if (last >= 0 && forms[last] == form && same(last, bytes, from, size)) {
            return values[last];
        }
        if (!memory.repeats(index)) {
            memory.last[index] = 0;
            return Value.string(texts.text(bytes, from, size, type));
        }
        return remembered(memory, index, bytes, from, form);
    }

    private Value remembered(Memory memory, int index, byte[] bytes, int from, int form) throws DecodeException {
        int size = form & 0xFFFF;
        int hash = hash(bytes, from, size, form);
        for (int slot = hash & table.length - 1; table[slot] != 0; slot = slot + 1 & table.length - 1) {
            int entry = table[slot] - 1;
            if (hashes[entry] == hash && forms[entry] == form && same(entry, bytes, from, size)) {
                memory.met(index, true);
                memory.last[index] = entry + 1;
                return values[entry];
            }
        }
        memory.met(index, false);
        Value value = Value.string(texts.text(bytes, from, size, form >>> 16));
        add(value, hash, bytes, from, form);
        memory.reach(index, generation);
        memory.last[index] = count;
        return value;
    }

    private void add(Value value, int hash, byte[] bytes, int from, int form) {
        int size = form & 0xFFFF;
        if (count == MOST || used + size > MOST_BYTES) {
            forget();
        }
        if (count == values.length) {
            grow();
        }
        if (used + size > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(used + size, arena.length * 2));
        }
        System.arraycopy(bytes, from, arena, used, size);
        hashes[count] = hash;
        starts[count] = used;
        forms[count] = form;
        values[count] = value;
        used += size;
        count++;
        put(count - 1);
    }

    private void put(int entry) {
        int slot = hashes[entry] & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = entry + 1;
    }

    private void forget() {
        Arrays.fill(table, 0);
        Arrays.fill(values, null);
        used = 0;
        count = 0;
        generation++;
    }

    private void grow() {
        int length = count * 2;
        hashes = Arrays.copyOf(hashes, length);
        starts = Arrays.copyOf(starts, length);
        forms = Arrays.copyOf(forms, length);
        values = Arrays.copyOf(values, length);
        table = new int[length * 2];
        for (int entry = 0; entry < count; entry++) {
            put(entry);
        }
    }

    private boolean same(int entry, byte[] bytes, int from, int size) {
        int start = starts[entry];
        if (size == 4) {
            return ByteCursor.i32(arena, start) == ByteCursor.i32(bytes, from);
        }
        if (size == 8) {
            return ByteCursor.i64(arena, start) == ByteCursor.i64(bytes, from);
        }
        return Arrays.equals(arena, start, start + size, bytes, from, from + size);
    }

    /** Eight bytes at a time. */
    private static int hash(byte[] bytes, int from, int size, int form) {
        long hash = form * MIX;
        int at = from;
        int end = from + size;
        for (; at + 8 <= end; at += 8) {
            hash = (hash ^ ByteCursor.i64(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        hash = (hash ^ rest) * MIX;
        return (int) (hash >>> 32) ^ (int) hash;
    }
}
