package dev.spoor.exec.run;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they come. A hash table with open addressing. Not thread-safe. */
final class NumberedKeys {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private long[] keys = new long[16];
    /** Number + 1; 0: empty. */
    private int[] numbers = new int[16];
    private int size;

    /** The number of a key, a new one if it was not asked for before. */
    int number(long key) {
        int mask = keys.length - 1;
        int at = place(key, mask);
        while (numbers[at] != 0) {
            if (keys[at] == key) {
                return numbers[at] - 1;
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        numbers[at] = ++size;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    /** How many keys there are. */
    int size() {
        return size;
    }

    private static int place(long key, int mask) {
        long mixed = key * MIX;
        return (int) (mixed ^ mixed >>> 32) & mask;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = Arrays.copyOf(keys, keys.length * 2);
        numbers = new int[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int at = place(oldKeys[i], mask);
                while (numbers[at] != 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
