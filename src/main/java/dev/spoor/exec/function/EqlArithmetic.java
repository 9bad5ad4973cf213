package dev.spoor.exec.function;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Arithmetic of EQL: whole numbers stay whole, and what cannot be computed (a division by zero, a number beyond 64 bits) is unknown. */
final class EqlArithmetic {
    private EqlArithmetic() {}

    private interface Whole {
        long apply(long left, long right);
    }

    static void addTo(Map<String, Function> functions) {
        functions.put("eql.add", a -> compute(a, Math::addExact, Double::sum));
        functions.put("eql.subtract", a -> compute(a, Math::subtractExact, (x, y) -> x - y));
        functions.put("eql.multiply", a -> compute(a, Math::multiplyExact, (x, y) -> x * y));
        functions.put("eql.divide", a -> compute(a, Math::divideExact, (x, y) -> x / y));
        functions.put("eql.modulo", a -> compute(a, (x, y) -> x % y, (x, y) -> x % y));
        functions.put("eql.negative", a -> negative(a.get(0)));
        functions.put("eql.number", EqlArithmetic::number);
        functions.put("eql.asnumber", a -> a.number(0));
    }

    private static Object compute(Arguments a, Whole whole, DoubleBinaryOperator real) {
        if (!(a.get(0) instanceof Number left) || !(a.get(1) instanceof Number right)) {
            return null;
        }
        if (left instanceof Long x && right instanceof Long y) {
            try {
                return whole.apply(x, y);
            } catch (ArithmeticException beyond) {
                return null;
            }
        }
        return real.applyAsDouble(left.doubleValue(), right.doubleValue());
    }

    private static Object negative(Object value) {
        return switch (value) {
            case Long whole when whole != Long.MIN_VALUE -> -whole;
            case Double real -> -real;
            case null, default -> null;
        };
    }

    /** A text as a number, in a base; {@code 0x} begins a number of base 16. */
    private static Object number(Arguments a) {
        Object value = a.get(0);
        Object base = a.size() > 1 ? a.get(1) : null;
        if (value instanceof Number || !(value instanceof String text)) {
            return value instanceof Number ? value : null;
        }
        boolean hex = text.startsWith("0x");
        if (base == null && !hex) {
            return a.number(0);
        }
        long radix = base instanceof Number given ? given.longValue() : 16;
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            return null;
        }
        try {
            return Long.valueOf(hex && radix == 16 ? text.substring(2) : text, (int) radix);
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
