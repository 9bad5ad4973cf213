package dev.spoor.exec;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** One spelling for values that mean the same to a field: addresses, numbers and dates may be written in several ways. */
public final class CanonicalValues {
    /** Numbers longer than this, written out, keep the spelling that they have. */
    private static final int LONGEST_NUMBER = 400;
    private static final int GROUPS = 8;

    private CanonicalValues() {}

    /** The text that all values of equal meaning have; a value that does not fit the type keeps its own. */
    public static String text(FieldType type, Value value) {
        Optional<String> canonical = switch (type) {
            case LONG, DOUBLE -> Readings.numeric(value).flatMap(CanonicalValues::plain);
            case IP -> IpAddress.parse(value.text()).map(CanonicalValues::address);
            case DATE -> Readings.date(value).map(Time::iso);
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, BOOLEAN, VERSION, NESTED, OBJECT, FLATTENED, UNKNOWN -> Optional.empty();
        };
        return canonical.orElse(value.text());
    }

    /** Ticks of a value that is a date (ISO 8601, or milliseconds since 1970), {@link Time#NONE} if it is none. */
    public static long ticks(Value value) {
        return Readings.date(value).orElse(Time.NONE);
    }

    private static Optional<String> plain(BigDecimal number) {
        boolean sane = Math.abs((long) number.precision() - number.scale()) <= LONGEST_NUMBER && Math.abs((long) number.scale()) <= LONGEST_NUMBER;
        return sane ? Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()) : Optional.empty();
    }

    /** As RFC 5952 writes addresses, IPv4 ones with dots. */
    private static String address(IpAddress address) {
        if (address.isV4()) {
            long four = address.low();
            return (four >> 24 & 0xFF) + "." + (four >> 16 & 0xFF) + "." + (four >> 8 & 0xFF) + "." + (four & 0xFF);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? address.high() : address.low();
            groups[i] = (int) (half >>> 48 - 16 * (i % (GROUPS / 2)) & 0xFFFF);
        }
        return joined(groups);
    }

    private static String joined(int[] groups) {
        int gap = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                gap = i;
                length = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }
}
