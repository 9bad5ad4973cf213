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
        OptionalLong number = decimal(text);
        boolean plain = number.isPresent() && Long.toString(number.getAsLong()).equals(text);
        return plain ? Value.number(text) : Value.string(text);
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
