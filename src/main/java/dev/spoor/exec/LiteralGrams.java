package dev.spoor.exec;

import dev.spoor.exec.LiteralTest.Form;
import java.util.Arrays;

/**
 * Searches many literals in one pass over bytes. Each literal is represented by four of its bytes, lower-cased, that few other literals have and that are rare; at every place of the text the
 * last four bytes are looked up in a bit table, and only where they are somebody's the literal is compared. Immutable; thread-safe.
 */
final class LiteralGrams {
    private static final int GRAM = 4;
    private static final int SPREAD = 0x9E37_79B1;
    private static final int COUNT_BITS = 16;
    private static final byte[] LOWER = lowerCase();
    private final long[] filter;
    private final int filterShift;
    /** By literal: the test it belongs to, its four bytes, where they end in it, and the next literal of the same slot. */
    private final int[] tests;
    private final Needle[] needles;
    private final int[] grams;
    private final int[] ends;
    private final int[] following;
    private final int[] firsts;
    private final int slotShift;

    /** Told where a literal stands. */
    interface Found {
        /**
         * @param test  the place of the test that it belongs to
         * @param begin where it begins in the bytes
         * @param end   where it ends
         */
        void at(int test, byte[] bytes, int begin, int end);
    }

    /** The literals of all tests that are not about whole texts; each has at least four bytes. */
    LiteralGrams(LiteralTest[] all) {
        int count = 0;
        for (LiteralTest test : all) {
            count += test.form() == Form.WHOLE ? 0 : test.needles().size();
        }
        tests = new int[count];
        needles = new Needle[count];
        grams = new int[count];
        ends = new int[count];
        following = new int[count];
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(count));
        slotShift = 32 - bits;
        firsts = new int[1 << bits];
        Arrays.fill(firsts, -1);
        int filterBits = Math.clamp(bits + 4, 15, 22);
        filterShift = 32 - filterBits;
        filter = new long[1 << filterBits - 6];
        int place = 0;
        for (int test = 0; test < all.length; test++) {
            for (Needle needle : all[test].needles()) {
                if (all[test].form() != Form.WHOLE) {
                    tests[place] = test;
                    needles[place++] = needle;
                }
            }
        }
        enterAll();
    }

    private void enterAll() {
        short[] shared = new short[1 << COUNT_BITS];
        for (Needle needle : needles) {
            for (int end = GRAM - 1; end < needle.length(); end++) {
                int slot = gram(needle.bytes(), end) * SPREAD >>> 32 - COUNT_BITS;
                shared[slot] += shared[slot] < Short.MAX_VALUE ? 1 : 0;
            }
        }
        for (int place = 0; place < needles.length; place++) {
            enter(place, needles[place].bytes(), shared);
        }
    }

    private void enter(int place, byte[] needle, short[] shared) {
        int best = GRAM - 1;
        long least = Long.MAX_VALUE;
        for (int end = GRAM - 1; end < needle.length; end++) {
            long cost = (long) shared[gram(needle, end) * SPREAD >>> 32 - COUNT_BITS] * (GRAM * Needle.RAREST + GRAM - rarity(needle, end));
            if (cost < least) {
                least = cost;
                best = end;
            }
        }
        int gram = gram(needle, best);
        int hash = gram * SPREAD;
        int bit = hash >>> filterShift;
        filter[bit >> 6] |= 1L << bit;
        grams[place] = gram;
        ends[place] = best;
        following[place] = firsts[hash >>> slotShift];
        firsts[hash >>> slotShift] = place;
    }

    /** Tells all literals that stand between two places. */
    void search(byte[] bytes, int from, int to, Found found) {
        if (to - from < GRAM || needles.length == 0) {
            return;
        }
        int gram = lower(bytes[from]) << 16 | lower(bytes[from + 1]) << 8 | lower(bytes[from + 2]);
        for (int i = from + GRAM - 1; i < to; i++) {
            gram = gram << 8 | lower(bytes[i]);
            int bit = gram * SPREAD >>> filterShift;
            if ((filter[bit >> 6] & 1L << bit) != 0) {
                verify(bytes, from, to, gram, i, found);
            }
        }
    }

    private void verify(byte[] bytes, int from, int to, int gram, int last, Found found) {
        for (int place = firsts[gram * SPREAD >>> slotShift]; place >= 0; place = following[place]) {
            if (grams[place] == gram) {
                int begin = last - ends[place];
                int end = begin + needles[place].length();
                if (begin >= from && end <= to && needles[place].at(bytes, begin)) {
                    found.at(tests[place], bytes, begin, end);
                }
            }
        }
    }

    private static int gram(byte[] needle, int last) {
        return lower(needle[last - 3]) << 24 | lower(needle[last - 2]) << 16 | lower(needle[last - 1]) << 8 | lower(needle[last]);
    }

    private static int rarity(byte[] needle, int last) {
        return Needle.rarity(needle[last]) + Needle.rarity(needle[last - 1]) + Needle.rarity(needle[last - 2]) + Needle.rarity(needle[last - 3]);
    }

    static int lower(byte b) {
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
