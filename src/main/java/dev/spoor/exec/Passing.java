package dev.spoor.exec;

import dev.spoor.segment.Bitmap;
import java.util.Arrays;

/** Which codes of a dictionary pass which tests of a {@link TestSet}. Filled by one thread; then immutable. */
public final class Passing {
    /** By test: its latest entry, or -1; and the code that it was last asked about, so that a text is not tried twice. */
    private final int[] latest;
    private final int[] asked;
    private int[] codes = new int[16];
    private int[] before = new int[16];
    private int[] passed = new int[8];
    private int tests;
    private int size;

    Passing(int tests) {
        latest = new int[tests];
        asked = new int[tests];
        Arrays.fill(latest, -1);
        Arrays.fill(asked, -1);
    }

    /** Whether a test was not asked about this code just before. */
    boolean asks(int test, int code) {
        boolean fresh = asked[test] != code;
        asked[test] = code;
        return fresh;
    }

    void add(int test, int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        if (latest[test] < 0) {
            if (tests == passed.length) {
                passed = Arrays.copyOf(passed, tests * 2);
            }
            passed[tests++] = test;
        }
        codes[size] = code;
        before[size] = latest[test];
        latest[test] = size++;
    }

    /** How many tests at least one value passes. */
    public int tests() {
        return tests;
    }

    /** One of these tests, by its place in the set. */
    public int test(int index) {
        return passed[index];
    }

    /** The first of a test's entries, or -1; then {@link #next}. */
    public int first(int test) {
        return latest[test];
    }

    /** The entry after another one, or -1. */
    public int next(int entry) {
        return before[entry];
    }

    /** The code of an entry. A test may have a code more than once. */
    public int code(int entry) {
        return codes[entry];
    }

    /** The codes that pass a test. */
    Bitmap codes(int test, int values) {
        Bitmap result = new Bitmap(values);
        for (int entry = first(test); entry >= 0; entry = next(entry)) {
            result.set(code(entry));
        }
        return result;
    }
}
