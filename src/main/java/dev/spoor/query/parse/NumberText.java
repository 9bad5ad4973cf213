package dev.spoor.query.parse;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers of queries. */
final class NumberText {
    private static final int LONGEST = 100;
    private static final int EXPONENT = 400;

    private NumberText() {}

    /**
     * The one spelling of a number's value, without exponent and trailing zeros ({@code 1e1} and {@code 10.0} become {@code 10}), or empty if the text is no
     * decimal number of a size that a double can have.
     */
    static Optional<String> canonical(String written) {
        String text = written.trim();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c > 127)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) > EXPONENT || Math.abs((long) number.scale()) > EXPONENT) {
                return Optional.empty();
            }
            return Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty(); // that it is no number is the answer
        }
    }
}
