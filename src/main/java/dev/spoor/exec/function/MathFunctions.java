package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic of SPL. What is no number gives null. */
final class MathFunctions {
    private MathFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.add", MathFunctions::add);
        functions.put("spl.subtract", a -> whole(a, Math::subtractExact, (x, y) -> x - y));
        functions.put("spl.multiply", a -> whole(a, Math::multiplyExact, (x, y) -> x * y));
        functions.put("spl.divide", a -> both(a, (x, y) -> y == 0 ? Double.NaN : x / y));
        functions.put("spl.modulo", a -> both(a, (x, y) -> y == 0 ? Double.NaN : x % y));
        functions.put("spl.abs", a -> one(a, Math::abs));
        functions.put("spl.ceiling", a -> one(a, Math::ceil));
        functions.put("spl.floor", a -> one(a, Math::floor));
        functions.put("spl.sqrt", a -> one(a, Math::sqrt));
        functions.put("spl.exp", a -> one(a, Math::exp));
        functions.put("spl.ln", a -> one(a, Math::log));
        functions.put("spl.log", a -> a.size() == 1 ? one(a, Math::log10) : both(a, MathFunctions::logarithm));
        functions.put("spl.pow", a -> both(a, Math::pow));
        functions.put("spl.hypot", a -> both(a, Math::hypot));
        functions.put("spl.atan2", a -> both(a, Math::atan2));
        functions.put("spl.sin", a -> one(a, Math::sin));
        functions.put("spl.cos", a -> one(a, Math::cos));
        functions.put("spl.tan", a -> one(a, Math::tan));
        functions.put("spl.asin", a -> one(a, Math::asin));
        functions.put("spl.acos", a -> one(a, Math::acos));
        functions.put("spl.atan", a -> one(a, Math::atan));
        functions.put("spl.round", MathFunctions::round);
        functions.put("spl.sigfig", a -> a.real(0) == null ? null : RowValues.plain(new BigDecimal(a.text(0)).round(new MathContext(15)).doubleValue()));
        functions.put("spl.percent", a -> percent(a.real(0), a.real(1)));
        functions.put("spl.bin", MathFunctions::bin);
        functions.put("spl.max", a -> extreme(a, 1));
        functions.put("spl.min", a -> extreme(a, -1));
        functions.put("spl.sum", a -> total(a, false));
        functions.put("spl.avg", a -> total(a, true));
    }

    private interface Exact {
        long apply(long a, long b);
    }

    private static Object add(Arguments a) {
        Object left = a.get(0);
        Object right = a.get(1);
        if (left == null || right == null) {
            return null;
        }
        if (RowValues.number(left) != null && RowValues.number(right) != null) {
            return whole(a, Math::addExact, Double::sum);
        }
        return left instanceof String || right instanceof String ? RowValues.text(left) + RowValues.text(right) : null;
    }

    private static Object whole(Arguments a, Exact exact, DoubleBinaryOperator otherwise) {
        Number left = a.number(0);
        Number right = a.number(1);
        if (left instanceof Long x && right instanceof Long y) {
            try {
                return exact.apply(x, y);
            } catch (ArithmeticException overflow) {
                return RowValues.plain(otherwise.applyAsDouble(x, y));
            }
        }
        return left == null || right == null ? null : RowValues.plain(otherwise.applyAsDouble(left.doubleValue(), right.doubleValue()));
    }

    private static Object both(Arguments a, DoubleBinaryOperator operator) {
        Double left = a.real(0);
        Double right = a.real(1);
        return left == null || right == null ? null : RowValues.plain(operator.applyAsDouble(left, right));
    }

    private static Object one(Arguments a, DoubleUnaryOperator operator) {
        Double value = a.real(0);
        return value == null ? null : RowValues.plain(operator.applyAsDouble(value));
    }

    /** Exact where the number is a whole power of the base. */
    private static double logarithm(double number, double base) {
        double result = Math.log(number) / Math.log(base);
        double whole = Math.rint(result);
        return Math.pow(base, whole) == number ? whole : result;
    }

    /** Half up, on the decimal digits: 2.555 to two places is 2.56. */
    private static Object round(Arguments a) {
        Double number = a.real(0);
        Double places = a.size() == 1 ? Double.valueOf(0) : a.real(1);
        if (number == null || places == null || Math.abs(places) > 300) {
            return null;
        }
        return RowValues.plain(BigDecimal.valueOf(number).setScale(places.intValue(), RoundingMode.HALF_UP).doubleValue());
    }

    private static Object percent(Double part, Double whole) {
        if (part == null || whole == null || whole == 0) {
            return null;
        }
        return RowValues.plain(BigDecimal.valueOf(part * 100 / whole).setScale(6, RoundingMode.HALF_UP).doubleValue());
    }

    private static Object bin(Arguments a) {
        Double number = a.real(0);
        Double span = a.real(1);
        return number == null || span == null ? a.get(0) : RowValues.plain(Math.floor(number / span) * span);
    }

    private static List<Object> values(Arguments a) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            values.addAll(a.list(i));
        }
        return values;
    }

    private static Object extreme(Arguments a, int sign) {
        Object best = null;
        for (Object value : values(a)) {
            best = best == null || RowValues.compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    private static Object total(Arguments a, boolean mean) {
        double sum = 0;
        int count = 0;
        for (Object value : values(a)) {
            Number number = RowValues.number(value);
            if (number != null) {
                sum += number.doubleValue();
                count++;
            }
        }
        return count == 0 ? null : RowValues.plain(mean ? sum / count : sum);
    }
}
