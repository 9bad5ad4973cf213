package dev.spoor.ecs;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;

/**
 * What kinds of values a field has had, as a bit mask. Masks of several events, segments or files are put together with {@code |}; the order does not
 * matter. The bits are part of the case file's format.
 */
public final class SeenKinds {
    /** Text that is no ISO date. */
    public static final int STRING = 1;
    /** A whole number that fits a {@code long}. */
    public static final int WHOLE = 2;
    /** Any other number. */
    public static final int DECIMAL = 4;
    public static final int BOOLEAN = 8;
    /** Text that is an ISO 8601 date or time, the time behind a {@code T}. */
    public static final int DATE = 16;
    /** An array with objects in it. */
    public static final int OBJECTS = 32;

    private SeenKinds() {}

    /** The kinds of the values of one field in one event; null, empty objects and empty arrays leave no trace. */
    public static int of(Values values) {
        int mask = 0;
        for (int i = 0; i < values.size(); i++) {
            mask |= of(values.get(i));
        }
        return mask;
    }

    /** The kind of one value. */
    public static int of(Value value) {
        String text = value.text();
        return switch (value.kind()) {
            case STRING -> isDate(text) ? DATE : STRING;
            case NUMBER -> isWhole(text) ? WHOLE : DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case JSON -> text.length() > 2 && text.charAt(0) == '[' ? OBJECTS : 0;
        };
    }

    /**
     * The type that values of these kinds have where neither a mapping nor a catalogue tells: as Elasticsearch maps unknown fields, with {@code keyword} for
     * strings. Kinds that do not go together are keywords.
     */
    public static FieldType type(int mask) {
        int plain = mask & ~OBJECTS;
        return switch (plain) {
            case 0 -> (mask & OBJECTS) != 0 ? FieldType.OBJECT : FieldType.UNKNOWN;
            case WHOLE -> FieldType.LONG;
            case DECIMAL, DECIMAL | WHOLE -> FieldType.DOUBLE;
            case BOOLEAN -> FieldType.BOOLEAN;
            case DATE -> FieldType.DATE;
            default -> FieldType.KEYWORD;
        };
    }

    /** Whether a string may be a date by a few of its bytes (UTF-8), so that the others need not become texts. */
    public static boolean maybeDate(byte[] bytes, int from, int to) {
        if (to - from < 10) {
            return false;
        }
        int beyondAscii = 0;
        for (int i = from; i < from + 8; i++) {
            beyondAscii |= bytes[i];
        }
        return beyondAscii < 0 || bytes[from + 4] == '-' && bytes[from + 7] == '-';
    }

    private static boolean isDate(String text) {
        int length = text.length();
        if (length < 10 || length > 40 || text.charAt(4) != '-' || text.charAt(7) != '-' || length > 10 && text.charAt(10) != 'T') {
            return false;
        }
        return Time.parse(text) != Time.NONE;
    }

    private static boolean isWhole(String literal) {
        int start = literal.startsWith("-") ? 1 : 0;
        int digits = literal.length() - start;
        if (digits < 1 || digits > 19) {
            return false;
        }
        for (int i = start; i < literal.length(); i++) {
            if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
                return false;
            }
        }
        return digits < 19 || fitsLong(literal);
    }

    private static boolean fitsLong(String literal) {
        String limit = literal.startsWith("-") ? "-9223372036854775808" : "9223372036854775807";
        return literal.compareTo(limit) <= 0;
    }
}
