package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/** Bits, hyperbolic functions and ranges of numbers, as SPL has them. What is no number gives null. */
final class NumberFunctions {
    /** SPL's bits belong to whole numbers below 2 to the power of 53. */
    private static final long ALL_BITS = (1L << 53) - 1;
    private static final double[] TIMES = {1, 5, 10, 30, 60, 300, 600, 1800, 3600, 86_400, 2_592_000};

    private NumberFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.bit_and", a -> bits(a, (x, y) -> x & y));
        functions.put("spl.bit_or", a -> bits(a, (x, y) -> x | y));
        functions.put("spl.bit_xor", a -> bits(a, (x, y) -> x ^ y));
        functions.put("spl.bit_not", a -> masked(bit(a, 0) == null ? null : ~bit(a, 0), a, 1));
        functions.put("spl.bit_shift_left", a -> shifted(a, (x, by) -> by > 53 ? 0 : x << by));
        functions.put("spl.bit_shift_right", a -> shifted(a, (x, by) -> by > 53 ? 0 : x >> by));
        functions.put("spl.sinh", a -> one(a.real(0), Math::sinh));
        functions.put("spl.cosh", a -> one(a.real(0), Math::cosh));
        functions.put("spl.tanh", a -> one(a.real(0), Math::tanh));
        functions.put("spl.asinh", a -> one(a.real(0), x -> Math.log(x + Math.sqrt(x * x + 1))));
        functions.put("spl.acosh", a -> one(a.real(0), x -> Math.log(x + Math.sqrt(x * x - 1))));
        functions.put("spl.atanh", a -> one(a.real(0), x -> 0.5 * Math.log((1 + x) / (1 - x))));
        functions.put("spl.bin_range", NumberFunctions::range);
        functions.put("spl.bin_width", NumberFunctions::width);
        functions.put("spl.bin_months", NumberFunctions::months);
    }

    private static Object one(Double value, java.util.function.DoubleUnaryOperator operator) {
        return value == null ? null : RowValues.plain(operator.applyAsDouble(value));
    }

    private static Long bit(Arguments a, int index) {
        return a.number(index) instanceof Long value && value >= 0 && value <= ALL_BITS ? value : null;
    }

    private static Object bits(Arguments a, LongBinaryOperator operator) {
        Long result = bit(a, 0);
        for (int i = 1; i < a.size() && result != null; i++) {
            Long next = bit(a, i);
            result = next == null ? null : Long.valueOf(operator.applyAsLong(result, next));
        }
        return result;
    }

    private static Object masked(Long value, Arguments a, int mask) {
        Long bits = a.size() > mask ? bit(a, mask) : Long.valueOf(ALL_BITS);
        return value == null || bits == null ? null : Long.valueOf(value & bits);
    }

    private static Object shifted(Arguments a, LongBinaryOperator operator) {
        Long value = bit(a, 0);
        Long by = bit(a, 1);
        return value == null || by == null ? null : masked(operator.applyAsLong(value, by), a, 2);
    }

    /** The text {@code low-high} of the range that a number lies in; what is no number stays. */
    private static Object range(Arguments a) {
        Double number = a.real(0);
        Double span = a.real(1);
        if (number == null || span == null || span <= 0) {
            return a.get(0);
        }
        double low = Math.floor(number / span) * span;
        return RowValues.text(RowValues.plain(low)) + "-" + RowValues.text(RowValues.plain(low + span));
    }

    /** The width of ranges for numbers from the first to the second argument, at most the third many of them, not narrower than the fourth; the fifth tells that they are times. */
    private static Object width(Arguments a) {
        Double low = a.real(0);
        Double high = a.real(1);
        Double most = a.real(2);
        if (low == null || high == null || most == null || most < 1) {
            return null;
        }
        double least = a.real(3) == null ? 0 : a.real(3);
        if (a.isTrue(4)) {
            for (double width : TIMES) {
                if (width >= least && Math.floor(high / width) - Math.floor(low / width) < most) {
                    return width;
                }
            }
            return TIMES[TIMES.length - 1];
        }
        double width = Math.pow(10, Math.floor(Math.log10(Math.max((high - low) / most, 1e-9))));
        while (width < least || Math.floor(high / width) - Math.floor(low / width) >= most) {
            width *= 10;
        }
        return RowValues.plain(width);
    }

    /** A time rounded down to whole months: seconds, how many months, time zone. */
    private static Object months(Arguments a) {
        Double seconds = a.real(0);
        Double count = a.real(1);
        if (seconds == null || count == null || count < 1 || Math.abs(seconds) > 1e11) {
            return null;
        }
        try {
            ZoneId zone = ZoneId.of(String.valueOf(a.text(2)));
            LocalDate day = Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(zone).toLocalDate();
            long month = Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, count.longValue()) * count.longValue();
            return LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1).atStartOfDay(zone).toEpochSecond();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
