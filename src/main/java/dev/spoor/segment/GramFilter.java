package dev.spoor.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Which runs of four bytes a text has, ASCII letters in lower case: a bit for each, by a hash, so that it may say yes where the answer is no, but not the other way
 * round (a Bloom filter with one hash). A text that is sought must have all its runs here. Immutable once made.
 */
public final class GramFilter {
    /** Bytes of a run. Shorter texts cannot be ruled out. */
    public static final int GRAM = 4;
    static final int BITS = 17;
    static final int BYTES = 1 << BITS - 3;
    /** Where fewer than one in so many bits is set, half as many do nearly as well. */
    private static final int SPARSE = 12;
    private static final int SPREAD = 0x9E3779B1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long MIX_OTHER = 0xC2B2AE3D27D4EB4FL;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] LOWER = lowerCase();
    private final byte[] bits;
    private final int shift;

    /** The array has {@link #BYTES} bytes or half as many; it is not copied. */
    GramFilter(byte[] bits) {
        this.bits = bits;
        this.shift = 32 - 3 - Integer.numberOfTrailingZeros(bits.length);
    }

    /** Whether a filter can have so many bytes. */
    static boolean possible(long bytes) {
        return bytes == BYTES || bytes == BYTES / 2;
    }

    /** The filter of the bytes between two places. */
    static GramFilter of(byte[] text, int from, int to) {
        byte[] bits = new byte[BYTES];
        long[] lines = new long[1 << 12];
        int begin = from;
        while (begin < to) {
            int end = lineEnd(text, begin, to);
            long hash = hash(text, begin, end);
            int slot = (int) (hash >>> 52);
            // Most lines of messages come again and again; their runs are in the filter already, but for those that reach back into the line before.
            boolean known = lines[slot] == hash;
            add(bits, text, Math.max(from, begin - GRAM + 1), known ? Math.min(end, begin + GRAM - 1) : end);
            lines[slot] = hash;
            begin = end;
        }
        return new GramFilter(sparse(bits) ? halved(bits) : bits);
    }

    private static boolean sparse(byte[] bits) {
        int set = 0;
        for (int i = 0; i < bits.length; i += 8) {
            set += Long.bitCount((long) WORDS.get(bits, i));
        }
        return set < bits.length * 8 / SPARSE;
    }

    /** Two neighbouring bits become one: those of the hash without its last bit. */
    private static byte[] halved(byte[] bits) {
        byte[] half = new byte[bits.length / 2];
        for (int i = 0; i < bits.length; i++) {
            int pairs = (bits[i] | bits[i] >>> 1) & 0x55;
            pairs = (pairs | pairs >>> 1) & 0x33;
            pairs = (pairs | pairs >>> 2) & 0x0F;
            half[i >> 1] |= (byte) (pairs << 4 * (i & 1));
        }
        return half;
    }

    byte[] bits() {
        return bits;
    }

    /** Whether the text may have these bytes in it. */
    public boolean mayHave(byte[] sought) {
        int gram = 0;
        for (int i = 0; i < sought.length; i++) {
            gram = gram << 8 | lower(sought[i]);
            if (i >= GRAM - 1) {
                int bit = gram * SPREAD >>> shift;
                if ((bits[bit >> 3] & 1 << (bit & 7)) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds the runs that lie between two places. */
    private static void add(byte[] bits, byte[] text, int from, int to) {
        if (to - from < GRAM) {
            return;
        }
        int gram = lower(text[from]) << 16 | lower(text[from + 1]) << 8 | lower(text[from + 2]);
        for (int i = from + GRAM - 1; i < to; i++) {
            gram = gram << 8 | lower(text[i]);
            int bit = gram * SPREAD >>> 32 - BITS;
            bits[bit >> 3] |= (byte) (1 << (bit & 7));
        }
    }

    /** The place behind the next line feed, or {@code to}. */
    static int lineEnd(byte[] text, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(text, i) ^ 0x0A0A0A0A0A0A0A0AL;
            long found = word - 0x0101010101010101L & ~word & 0x8080808080808080L;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3) + 1;
            }
        }
        while (i < to) {
            if (text[i++] == '\n') {
                return i;
            }
        }
        return to;
    }

    static long hash(byte[] text, int from, int to) {
        long hash = to - from;
        if (to - from < 8) {
            for (int i = from; i < to; i++) {
                hash = (hash ^ text[i]) * MIX;
            }
            return hash | 1;
        }
        // Two at a time, because each multiplication waits for the one before; the last words may overlap.
        long other = MIX_OTHER;
        int i = from;
        for (; i + 16 <= to; i += 16) {
            hash = mixed(hash ^ (long) WORDS.get(text, i), MIX);
            other = mixed(other ^ (long) WORDS.get(text, i + 8), MIX_OTHER);
        }
        if (i + 8 < to) {
            hash = mixed(hash ^ (long) WORDS.get(text, i), MIX);
        }
        other = mixed(other ^ (long) WORDS.get(text, to - 8), MIX_OTHER);
        return mixed(hash ^ Long.rotateLeft(other, 32), MIX) | 1;
    }

    private static long mixed(long word, long by) {
        long product = word * by;
        return product ^ product >>> 32;
    }

    private static int lower(byte b) {
        return LOWER[b & 0xFF] & 0xFF;
    }

    private static byte[] lowerCase() {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
        return table;
    }
}
