package dev.spoor.exec;

import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import java.util.Arrays;

/** Where the literals of tests stand in distinct lines. Filled when made; then immutable. */
final class LineHits {
    private static final int BEGINS = 1;
    private static final int ENDS = 2;
    private static final int DECIDED = 4;
    private static final int FLAGS = 3;
    private final LiteralTest[] tests;
    /** By line: its latest hit, or -1. */
    private final int[] latest;
    private int[] hits = new int[64];
    private int[] before = new int[64];
    private int size;
    private int line;

    /** @param wanted the lines that are searched */
    LineHits(LiteralTest[] tests, LiteralGrams grams, Dictionary lines, Bitmap wanted) {
        this.tests = tests;
        this.latest = new int[lines.size()];
        Arrays.fill(latest, -1);
        for (line = wanted.next(0); line >= 0; line = wanted.next(line + 1)) {
            Dictionary.Text text = lines.text(line);
            grams.search(text.bytes(), text.from(), text.to(), (test, bytes, begin, end) -> at(test, bytes, text.from(), text.to(), begin, end));
        }
    }

    private void at(int test, byte[] bytes, int from, int to, int begin, int end) {
        if (tests[test].ruledOut(bytes, from, to, begin, end)) {
            return;
        }
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        int flags = (begin == from ? BEGINS : 0) | (end == to ? ENDS : 0) | (tests[test].decided(bytes, from, to, begin, end) ? DECIDED : 0);
        hits[size] = test << FLAGS | flags;
        before[size] = latest[line];
        latest[line] = size++;
    }

    /** A hit in a line, or -1; then {@link #next}. */
    int first(int number) {
        return latest[number];
    }

    int next(int hit) {
        return before[hit];
    }

    /** The place of the test whose literal it is. */
    int test(int hit) {
        return hits[hit] >>> FLAGS;
    }

    /** Whether it stands where it must in a text that has the line as its first or last. */
    boolean fits(int hit, boolean firstLine, boolean lastLine) {
        boolean begins = firstLine && (hits[hit] & BEGINS) != 0;
        boolean ends = lastLine && (hits[hit] & ENDS) != 0;
        return switch (tests[test(hit)].form()) {
            case WHOLE -> begins && ends;
            case PREFIX -> begins;
            case SUFFIX -> ends;
            case CONTAINS, HINT -> true;
        };
    }

    /** Whether the test passes because of it. */
    boolean decided(int hit) {
        return (hits[hit] & DECIDED) != 0;
    }
}
