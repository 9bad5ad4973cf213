package dev.spoor.normalize;

import dev.spoor.event.Value;
import java.util.OptionalLong;

/** Reads the numbers of event data. */
final class Numbers {
    private Numbers() {}

    /** A number from decimal digits, or 0x and hexadecimal digits (up to 64 bits). */
    static OptionalLong parse(String text) {
        String trimmed = text.strip();
        boolean hex = trimmed.startsWith("0x") || trimmed.startsWith("0X");
        return hex ? digits(trimmed, 2, 16) : decimal(trimmed);
    }

    /** A number from decimal digits with or without a sign. */
    static OptionalLong decimal(String text) {
        String trimmed = text.strip();
        boolean negative = trimmed.startsWith("-");
        OptionalLong magnitude = digits(trimmed, negative ? 1 : 0, 10);
        return negative && magnitude.isPresent() ? OptionalLong.of(-magnitude.getAsLong()) : magnitude;
    }

    /** A text as a number where it is one in its shortest spelling, else as a string. */
    static Value value(String text) {
        return shortest(text) && decimal(text).isPresent() ? Value.number(text) : Value.string(text);
    }

    /** Whether a text has nothing that the shortest spelling of a whole number does not have: no blanks, leading zeros or sign of zero. */
    private static boolean shortest(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        boolean zero = text.equals("0");
        boolean begins = first < text.length() && text.charAt(first) >= '1' && text.charAt(first) <= '9';
        return zero || begins && text.charAt(text.length() - 1) > ' ' && text.charAt(text.length() - 1) <= '9';
    }

    private static OptionalLong digits(String text, int from, int radix) {
        int length = text.length() - from;
        if (length < 1 || length > (radix == 16 ? 16 : 19)) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0 || text.charAt(i) > 'f') {
                return OptionalLong.empty();
            }
            value = value * radix + digit;
        }
        return radix == 10 && value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
