package dev.spoor.exec;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/** Values read as what a range compares them as. Empty where a value cannot be read so. */
final class Readings {
    /** Order of the UTF-8 bytes of texts, which is the order of their code points. */
    static final Comparator<String> UTF8_ORDER = Readings::compareCodePoints;
    /** Longest text that is read as a number. */
    private static final int MAX_NUMBER = 1_000;
    private static final BigDecimal TICKS_PER_MILLI = BigDecimal.valueOf(10_000);

    private Readings() {}

    static Optional<BigDecimal> numeric(Value value) {
        return value.kind() == Kind.BOOLEAN ? Optional.empty() : number(value.text());
    }

    /** A number in JSON's spelling; leading signs and zeros and a bare point are allowed too. */
    static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > MAX_NUMBER) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
            if (!allowed) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ticks of {@link Time}: an ISO text, or a number (also as text) of milliseconds since 1970. */
    static Optional<Long> date(Value value) {
        long ticks = value.kind() == Kind.STRING ? Time.parse(value.text()) : Time.NONE;
        return ticks != Time.NONE ? Optional.of(ticks) : numeric(value).flatMap(Readings::millis);
    }

    private static Optional<Long> millis(BigDecimal millis) {
        // Checked before multiplying out: 1e999999999 would be a billion digits.
        if (millis.signum() == 0) {
            return Optional.of(0L);
        }
        if (millis.precision() - (long) millis.scale() > 16) {
            return Optional.empty();
        }
        if (millis.precision() - (long) millis.scale() < -8) {
            return Optional.of(millis.signum() < 0 ? -1L : 0L);
        }
        BigDecimal ticks = millis.multiply(TICKS_PER_MILLI).setScale(0, RoundingMode.FLOOR);
        return ticks.unscaledValue().bitLength() < 63 ? Optional.of(ticks.longValue()) : Optional.empty();
    }

    private static int compareCodePoints(String left, String right) {
        int n = Math.min(left.length(), right.length());
        for (int i = 0; i < n; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) || Character.isSurrogate(b);
                return surrogates ? Integer.compare(rank(a), rank(b)) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Puts surrogates, which stand for characters beyond 0xFFFF, behind all other characters. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
