package dev.spoor.exec;

import dev.spoor.exec.LiteralTest.Form;
import java.util.Arrays;

/** Finds whole texts among those that tests ask for: a hash table over the bytes with ASCII letters in lower case. Immutable; thread-safe. */
final class WholeTexts {
    private static final int LONGEST = 63;
    private final int[] firsts;
    private final int[] following;
    private final int[] hashes;
    private final int[] tests;
    private final Needle[] needles;
    /** The lengths that texts have, in bits; the last stands for all longer ones. */
    private final long lengths;

    WholeTexts(LiteralTest[] all) {
        int count = 0;
        for (LiteralTest test : all) {
            count += test.form() == Form.WHOLE ? test.needles().size() : 0;
        }
        firsts = new int[Math.max(2, Integer.highestOneBit(Math.max(1, count)) * 4)];
        Arrays.fill(firsts, -1);
        following = new int[count];
        hashes = new int[count];
        tests = new int[count];
        needles = new Needle[count];
        long seen = 0;
        int entry = 0;
        for (int test = 0; test < all.length; test++) {
            for (Needle needle : all[test].needles()) {
                if (all[test].form() == Form.WHOLE) {
                    int hash = hash(needle.bytes(), 0, needle.length());
                    hashes[entry] = hash;
                    tests[entry] = test;
                    needles[entry] = needle;
                    following[entry] = firsts[slot(hash)];
                    firsts[slot(hash)] = entry++;
                    seen |= 1L << Math.min(LONGEST, needle.length());
                }
            }
        }
        lengths = seen;
    }

    boolean isEmpty() {
        return needles.length == 0;
    }

    /** Whether a text of so many bytes may be among them. */
    boolean mayHave(int length) {
        return (lengths & 1L << Math.min(LONGEST, length)) != 0;
    }

    /** The first entry that is equal to a text, or -1; then {@link #next}. */
    int first(byte[] bytes, int from, int to) {
        if (!mayHave(to - from)) {
            return -1;
        }
        int hash = hash(bytes, from, to);
        return equal(firsts[slot(hash)], hash, bytes, from, to);
    }

    int next(int entry, byte[] bytes, int from, int to) {
        return equal(following[entry], hashes[entry], bytes, from, to);
    }

    /** The place of the test that an entry belongs to. */
    int test(int entry) {
        return tests[entry];
    }

    private int equal(int first, int hash, byte[] bytes, int from, int to) {
        int entry = first;
        while (entry >= 0 && !(hashes[entry] == hash && needles[entry].length() == to - from && needles[entry].at(bytes, from))) {
            entry = following[entry];
        }
        return entry;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & firsts.length - 1;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 7;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + LiteralGrams.lower(bytes[i]);
        }
        return hash * 0x9E37_79B1;
    }
}
