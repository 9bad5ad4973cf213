package dev.spoor.exec;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings of values: as text, as number, as list. */
public final class RowValues {
    private static final double WHOLE = 9_007_199_254_740_992.0;

    private RowValues() {}

    /** The value of an event's field; a list where there is more than one, null where there is none to compute with. */
    public static Object of(Values values) {
        if (values.size() == 1) {
            return of(values.first());
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object one = of(values.get(i));
            if (one != null) {
                list.add(one);
            }
        }
        return list.isEmpty() ? null : list.size() == 1 ? list.getFirst() : list;
    }

    private static Object of(Value value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case BOOLEAN -> Boolean.valueOf(value.text());
            case NUMBER -> {
                Number number = number(value.text());
                yield number == null ? value.text() : number;
            }
            case JSON -> null;
        };
    }

    /** A value as a time in ticks of {@link Time}: an ISO text, or a number (also as text) of milliseconds since 1970; empty where it is none. */
    public static OptionalLong ticks(Value value) {
        return Readings.date(value).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The exact number that a text spells; empty where it spells none. */
    public static Optional<BigDecimal> decimal(String text) {
        return Readings.number(text);
    }

    /** A value as a text: whole numbers without a fraction, doubles as short as they go, of a list the first; null for null. */
    public static String text(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Double number -> text(number.doubleValue());
            case Instant instant -> Time.iso(Time.of(instant));
            case List<?> list -> list.isEmpty() ? null : text(list.getFirst());
            default -> value.toString();
        };
    }

    private static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString((long) number);
        }
        return Double.isNaN(number) || Double.isInfinite(number) ? Double.toString(number) : new BigDecimal(Double.toString(number)).toPlainString();
    }

    /** A value as a {@code Long} or {@code Double}; null where it is no number. */
    public static Number number(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> number;
            case String text -> number(text);
            case List<?> list -> list.isEmpty() ? null : number(list.getFirst());
            case null, default -> null;
        };
    }

    private static Number number(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 40 || !numeric(trimmed)) {
            return null;
        }
        try {
            return Long.valueOf(trimmed.startsWith("+") ? trimmed.substring(1) : trimmed);
        } catch (NumberFormatException whole) {
            return real(trimmed);
        }
    }

    private static Number real(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number) ? null : Double.valueOf(number);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static boolean numeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = (c == '-' || c == '+') && (i == 0 || text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
            if (!(c >= '0' && c <= '9') && c != '.' && !sign && !(i > 0 && (c == 'e' || c == 'E'))) {
                return false;
            }
        }
        return true;
    }

    /** A double as a {@code Long} where it is whole and exact; null where it is no number. */
    public static Number plain(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return null;
        }
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return (long) number;
        }
        return number;
    }

    /** A value as a list: itself, a list of one, or an empty one for null. */
    public static List<?> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }

    /** A list as a value: null for none, the value itself for one. */
    public static Object pack(List<?> values) {
        return values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : List.copyOf(values);
    }

    /** Numbers as numbers, before texts; texts by their characters. */
    public static int compare(Object left, Object right) {
        Number a = number(left);
        Number b = number(right);
        if (a != null && b != null) {
            return compareNumbers(a, b);
        }
        return a != null ? -1 : b != null ? 1 : text(left).compareTo(text(right));
    }

    /** Whole numbers exactly, others as doubles. */
    public static int compareNumbers(Number left, Number right) {
        return left instanceof Long a && right instanceof Long b ? Long.compare(a, b) : Double.compare(left.doubleValue(), right.doubleValue());
    }
}
