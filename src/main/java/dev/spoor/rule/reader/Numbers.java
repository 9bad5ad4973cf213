package dev.spoor.rule.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers of rule files, which state them as {@code 40}, {@code 40.0} or text. */
public final class Numbers {
    private static final int LONGEST = 20;

    private Numbers() {}

    /** A decimal number; empty if the text is none, or is absurdly long. */
    public static Optional<BigDecimal> decimal(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || stripped.isEmpty() || !stripped.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(stripped));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number rounded half up to a whole one; empty if the text is none or does not fit. */
    public static OptionalInt whole(String text) {
        Optional<BigDecimal> number = decimal(text).map(value -> value.setScale(0, RoundingMode.HALF_UP));
        if (number.isEmpty() || number.get().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(number.get().intValueExact());
    }
}
