package dev.spoor.detect.stateful;

import java.util.Arrays;

/** Numbers for pairs of numbers: equal pairs have equal numbers, from 0. Used by one thread. */
final class Combinations {
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private long[] pairs = new long[16];
    /** Open addressing: one more than the number of the pair, 0 where free. */
    private int[] table = new int[32];
    private int size;

    /** The number of a pair. */
    int code(int left, int right) {
        long pair = (long) left << 32 | right & 0xFFFF_FFFFL;
        int at = slot(pair);
        if (table[at] != 0) {
            return table[at] - 1;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.multiplyExact(size, 2));
        }
        pairs[size++] = pair;
        table[at] = size;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    int left(int code) {
        return (int) (pairs[code] >> 32);
    }

    int right(int code) {
        return (int) pairs[code];
    }

    private int slot(long pair) {
        int at = (int) (pair * SPREAD >>> 33) & table.length - 1;
        while (table[at] != 0 && pairs[table[at] - 1] != pair) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        table = new int[Math.multiplyExact(table.length, 2)];
        for (int code = 0; code < size; code++) {
            table[slot(pairs[code])] = code + 1;
        }
    }
}
