package dev.spoor.detect.stateful;

import java.util.Arrays;

/** Numbers one after the other, in an array that grows. */
final class IntBag {
    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.addExact(size, size / 2 + 16));
        }
        numbers[size++] = number;
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
