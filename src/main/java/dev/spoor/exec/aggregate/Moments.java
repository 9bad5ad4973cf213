package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;

/** Sums, means and variances of numbers; other values are left out. */
final class Moments implements Accumulator {
    /** What is computed. */
    enum Kind {
        SUM, SQUARES, MEAN, VARIANCE, WHOLE_VARIANCE, DEVIATION, WHOLE_DEVIATION
    }

    private final Kind kind;
    private long count;
    private long whole;
    private boolean exact = true;
    private double sum;
    private double squares;
    private double mean;
    private double spread;

    Moments(Kind kind) {
        this.kind = kind;
    }

    @Override public void add(Object value, Double time) {
        for (Object one : RowValues.list(value)) {
            Number number = RowValues.number(one);
            if (number != null) {
                add(number);
            }
        }
    }

    private void add(Number number) {
        double real = number.doubleValue();
        long next = whole + number.longValue();
        exact &= number instanceof Long && ((whole ^ next) & (number.longValue() ^ next)) >= 0;
        whole = next;
        count++;
        sum += real;
        squares += real * real;
        double before = real - mean;
        mean += before / count;
        spread += before * (real - mean);
    }

    @Override public Object result() {
        if (count == 0) {
            return null;
        }
        return switch (kind) {
            case SUM -> exact ? Long.valueOf(whole) : RowValues.plain(sum);
            case SQUARES -> RowValues.plain(squares);
            case MEAN -> RowValues.plain(sum / count);
            case VARIANCE -> RowValues.plain(count < 2 ? 0 : spread / (count - 1));
            case WHOLE_VARIANCE -> RowValues.plain(spread / count);
            case DEVIATION -> RowValues.plain(count < 2 ? 0 : Math.sqrt(spread / (count - 1)));
            case WHOLE_DEVIATION -> RowValues.plain(Math.sqrt(spread / count));
        };
    }
}
