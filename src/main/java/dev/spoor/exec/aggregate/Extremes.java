package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;

/** The smallest or largest value (numbers before texts), or the distance between the smallest and largest number. */
final class Extremes implements Accumulator {
    /** What is computed. */
    enum Kind {
        MIN, MAX, RANGE
    }

    private final Kind kind;
    private Object least;
    private Object most;

    Extremes(Kind kind) {
        this.kind = kind;
    }

    @Override public void add(Object value, Double time) {
        for (Object one : RowValues.list(value)) {
            Number number = RowValues.number(one);
            if (number == null && kind == Kind.RANGE) {
                continue;
            }
            Object known = number == null ? RowValues.text(one) : number;
            least = least == null || RowValues.compare(known, least) < 0 ? known : least;
            most = most == null || RowValues.compare(known, most) > 0 ? known : most;
        }
    }

    @Override public Object result() {
        return switch (kind) {
            case MIN -> least;
            case MAX -> most;
            case RANGE -> least instanceof Number from && most instanceof Number to ? distance(from, to) : null;
        };
    }

    private static Object distance(Number from, Number to) {
        return from instanceof Long && to instanceof Long ? Long.valueOf(to.longValue() - from.longValue())
                : RowValues.plain(to.doubleValue() - from.doubleValue());
    }
}
