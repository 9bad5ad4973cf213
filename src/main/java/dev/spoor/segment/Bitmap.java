package dev.spoor.segment;

import java.util.Arrays;

/**
 * A set of numbers from 0 to {@code size - 1}, one bit each: the events of a segment that satisfy a condition, or the codes of a column.
 * Not thread-safe while it is changed.
 */
public final class Bitmap {
    private final int size;
    private final long[] words;

    /** The empty set. */
    public Bitmap(int size) {
        this(size, new long[words(size)]);
    }

    private Bitmap(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /** The set of all numbers below {@code size}. */
    public static Bitmap all(int size) {
        Bitmap all = new Bitmap(size);
        Arrays.fill(all.words, -1L);
        all.clearBeyond();
        return all;
    }

    /** One more than the greatest number that fits. */
    public int size() {
        return size;
    }

    public boolean get(int number) {
        return (words[number >> 6] & 1L << number) != 0;
    }

    public void set(int number) {
        words[number >> 6] |= 1L << number;
    }

    public void clear(int number) {
        words[number >> 6] &= ~(1L << number);
    }

    /** Adds the numbers of a bitmap of the same size. */
    public void or(Bitmap other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    /** Keeps only numbers that the other has too. */
    public void and(Bitmap other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    /** Removes the numbers of the other. */
    public void andNot(Bitmap other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
    }

    /** A new bitmap of the numbers that this one lacks. */
    public Bitmap complement() {
        Bitmap result = new Bitmap(size);
        for (int i = 0; i < words.length; i++) {
            result.words[i] = ~words[i];
        }
        result.clearBeyond();
        return result;
    }

    public Bitmap copy() {
        return new Bitmap(size, words.clone());
    }

    /** How many numbers are in it. */
    public int cardinality() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The least number in the set that is at least {@code from}, or -1. */
    public int next(int from) {
        if (from >= size) {
            return -1;
        }
        int i = from >> 6;
        long word = words[i] & -1L << from;
        while (word == 0) {
            if (++i == words.length) {
                return -1;
            }
            word = words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    /**
     * The numbers in this set that have a wanted code.
     *
     * @param codes a code for each number in the set, in rising order of the numbers
     */
    Bitmap select(int[] codes, Bitmap wanted) {
        Bitmap result = new Bitmap(size);
        int place = 0;
        for (int i = 0; i < words.length; i++) {
            long found = 0;
            for (long left = words[i]; left != 0; left &= left - 1) {
                int code = codes[place++];
                found |= (wanted.words[code >> 6] >>> code & 1) * (left & -left);
            }
            result.words[i] = found;
        }
        return result;
    }

    /** The number in the set that so many smaller ones are in it; there must be one. */
    int nth(int smaller) {
        int left = smaller;
        int i = 0;
        for (; Long.bitCount(words[i]) <= left; i++) {
            left -= Long.bitCount(words[i]);
        }
        long word = words[i];
        for (; left > 0; left--) {
            word &= word - 1;
        }
        return (i << 6) + Long.numberOfTrailingZeros(word);
    }

    /** For each word of 64 numbers, how many numbers are in the words before it. */
    int[] ranks() {
        int[] ranks = new int[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            ranks[i] = count;
            count += Long.bitCount(words[i]);
        }
        return ranks;
    }

    /** How many numbers in the set are below a number, given the {@link #ranks()}. */
    int rank(int[] ranks, int number) {
        return ranks[number >> 6] + Long.bitCount(words[number >> 6] & (1L << number) - 1);
    }

    @Override public boolean equals(Object other) {
        return other instanceof Bitmap that && size == that.size && Arrays.equals(words, that.words);
    }

    @Override public int hashCode() {
        return 31 * size + Arrays.hashCode(words);
    }

    @Override public String toString() {
        StringBuilder out = new StringBuilder("{");
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            out.append(out.length() == 1 ? "" : ", ").append(i);
        }
        return out.append('}').toString();
    }

    private void clearBeyond() {
        if ((size & 63) != 0) {
            words[words.length - 1] &= (1L << size) - 1;
        }
    }

    private static int words(int size) {
        return size + 63 >> 6;
    }
}
