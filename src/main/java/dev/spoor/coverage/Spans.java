package dev.spoor.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers gathered into spans: numbers that are no further apart than a given distance are in the same span. Numbers may come in any order and repeatedly. Not
 * thread-safe.
 */
final class Spans {
    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private final long distance;
    private final int most;
    private Span newest;
    private boolean full;

    /** A hole: the spans before and after it. */
    record Between(Span before, Span after) {}

    /** First and last number of a span, and the times that came with them. */
    static final class Span {
        private long first;
        private long last;
        private long firstTime;
        private long lastTime;

        private Span(long number, long time) {
            first = number;
            last = number;
            firstTime = time;
            lastTime = time;
        }

        long first() {
            return first;
        }

        long last() {
            return last;
        }

        long firstTime() {
            return firstTime;
        }

        long lastTime() {
            return lastTime;
        }
    }

    /**
     * @param distance how far apart neighbours in a span may be, at least 1
     * @param most     how many spans are kept apart; where there would be more, {@link #full} says so and no number is taken any more
     */
    Spans(long distance, int most) {
        this.distance = distance;
        this.most = most;
    }

    /** Takes a number and the time that belongs to it. */
    void add(long number, long time) {
        if (newest == null || !extend(newest, number, time)) {
            insert(number, time);
        }
    }

    /** Extends a span at its end, the usual case: numbers mostly rise. */
    private boolean extend(Span span, long number, long time) {
        if (number >= span.first && number <= span.last) {
            return true;
        }
        if (!near(span.last, number)) {
            return false;
        }
        Map.Entry<Long, Span> above = spans.higherEntry(span.first);
        if (above != null && near(number, above.getKey())) {
            return false;
        }
        span.last = number;
        span.lastTime = time;
        return true;
    }

    /** Whether the greater number is close enough; a distance that no long can hold is negative, and too far. */
    private boolean near(long number, long greater) {
        return greater - number >= 0 && greater - number <= distance;
    }

    private void insert(long number, long time) {
        Map.Entry<Long, Span> below = spans.floorEntry(number);
        Map.Entry<Long, Span> above = spans.higherEntry(number);
        boolean joinsBelow = below != null && (number <= below.getValue().last || near(below.getValue().last, number));
        boolean joinsAbove = above != null && near(number, above.getKey());
        if (joinsBelow) {
            newest = below.getValue();
            if (number > newest.last) {
                newest.last = number;
                newest.lastTime = time;
            }
            if (joinsAbove && near(newest.last, above.getKey())) {
                spans.remove(above.getKey());
                newest.last = above.getValue().last;
                newest.lastTime = above.getValue().lastTime;
            }
        } else if (joinsAbove) {
            newest = above.getValue();
            spans.remove(above.getKey());
            newest.first = number;
            newest.firstTime = time;
            spans.put(number, newest);
        } else if (spans.size() < most) {
            newest = new Span(number, time);
            spans.put(number, newest);
        } else {
            full = true;
        }
    }

    /** Whether numbers were left out because there are too many spans; then holes are not known. */
    boolean full() {
        return full;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The least number; only where there is one. */
    long first() {
        return spans.firstEntry().getValue().first;
    }

    /** The greatest number; only where there is one. */
    long last() {
        return spans.lastEntry().getValue().last;
    }

    /** The holes between the spans, in the order of the numbers. */
    List<Between> holes() {
        List<Between> holes = new ArrayList<>();
        Span before = null;
        for (Span span : spans.values()) {
            if (before != null) {
                holes.add(new Between(before, span));
            }
            before = span;
        }
        return holes;
    }
}
