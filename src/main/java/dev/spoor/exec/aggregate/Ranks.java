package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;
import java.util.Arrays;

/** A percentile of numbers, interpolated between the two nearest ranks. */
final class Ranks implements Accumulator {
    private final double percent;
    private double[] numbers = {};
    private int size;

    Ranks(double percent) {
        this.percent = percent;
    }

    @Override public void add(Object value, Double time) {
        for (Object one : RowValues.list(value)) {
            Number number = RowValues.number(one);
            if (number != null) {
                numbers = size == numbers.length ? Arrays.copyOf(numbers, Math.max(4, size * 2)) : numbers;
                numbers[size++] = number.doubleValue();
            }
        }
    }

    @Override public Object result() {
        if (size == 0) {
            return null;
        }
        double[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        double place = percent / 100 * (size - 1);
        int below = (int) Math.floor(place);
        double above = sorted[Math.min(size - 1, below + 1)];
        return RowValues.plain(sorted[below] + (place - below) * (above - sorted[below]));
    }

    @Override public long held() {
        return size;
    }
}
