package dev.spoor.ingest.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time. A byte of a word is zero where {@code word - 0x01… & ~word & 0x80…} has its high bit, from the lowest byte on (Hacker's Delight,
 * 6-1).
 */
final class Swar {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Swar() {}

    /** The place of the first quotation mark or backslash from a place on, or {@code to}. */
    static int quoteOrBackslash(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(bytes, i);
            long found = zeros(word ^ ONES * '"') | zeros(word ^ ONES * '\\');
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** The place of the first line feed from a place on, or {@code to}. */
    static int lineFeed(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long found = zeros((long) WORDS.get(bytes, i) ^ ONES * '\n');
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether a byte below 0x20 lies between two places. */
    static boolean controls(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(bytes, i);
            if ((word - ONES * ' ' & ~word & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ') {
                return true;
            }
        }
        return false;
    }

    /** A hash of the bytes between two places. */
    static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = (hash ^ (long) WORDS.get(bytes, i)) * MIX;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ rest(bytes, i, to)) * MIX;
        return (int) (hash >>> 32) ^ (int) hash;
    }

    /** Fewer than eight bytes as a word. */
    private static long rest(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (from + 8 <= bytes.length) {
            return (long) WORDS.get(bytes, from) & -1L >>> 64 - 8 * (to - from);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << 8 | bytes[i] & 0xFF;
        }
        return rest;
    }

    /**
     * Copies bytes up to the first quotation mark, backslash or control character, or up to {@code to}; returns how many.
     *
     * @param into has room for all and eight more
     */
    static int copyPlain(byte[] bytes, int from, int to, byte[] into, int at) {
        int i = from;
        int shift = at - from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(bytes, i);
            WORDS.set(into, i + shift, word);
            long found = zeros(word ^ ONES * '"') | zeros(word ^ ONES * '\\') | word - ONES * ' ' & ~word & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3) - from;
            }
        }
        while (i < to && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ')) {
            into[i + shift] = bytes[i];
            i++;
        }
        return i - from;
    }

    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }
}
