package dev.spoor.query.parse;

import dev.spoor.event.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads what Elasticsearch takes for a date in a query: ISO 8601 down to any unit, milliseconds since 1970 (more than four digits), {@code now}, and date
 * math ({@code now-1d/d}, {@code 2024-01-01||+1M/d}; units y M w d h H m s). A date stands for the whole of its smallest written unit, except before
 * {@code ||}, where it is its first moment. Immutable.
 *
 * @param now  what {@code now} means
 * @param zone where dates without an offset, and rounding, are meant
 */
record DateText(Instant now, ZoneId zone) {
    private static final long MILLI = 10_000L;

    /** The time a text stands for, or empty if it is no date. */
    Optional<DateSpan> read(String written) {
        String text = written.trim();
        try {
            if (text.startsWith("now")) {
                return new DateMath(now.atZone(zone), text, 3).span();
            }
            int math = text.indexOf("||");
            if (math < 0) {
                return plain(text);
            }
            Optional<DateSpan> anchor = plain(text.substring(0, math));
            return anchor.isEmpty() ? anchor : new DateMath(Time.instant(anchor.get().from()).atZone(zone), text, math + 2).span();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // beyond the years that can be counted
        }
    }

    private Optional<DateSpan> plain(String text) {
        if (text.matches("-?[0-9]{5,15}")) {
            long from = Math.multiplyExact(Long.parseLong(text), MILLI);
            return Optional.of(new DateSpan(from, from + MILLI));
        }
        long ticks = Time.parse(text);
        if (ticks == Time.NONE) {
            return Optional.empty();
        }
        int t = Math.max(text.indexOf('T'), Math.max(text.indexOf('t'), text.indexOf(' ')));
        return Optional.of(t < 0 ? days(ticks, text) : clock(ticks, text.substring(t + 1)));
    }

    private DateSpan days(long ticks, String text) {
        ZonedDateTime from = local(ticks);
        long dashes = text.chars().skip(1).filter(c -> c == '-').count();
        ChronoUnit unit = dashes == 0 ? ChronoUnit.YEARS : dashes == 1 ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        return new DateSpan(Time.of(from.toInstant()), Time.of(from.plus(1, unit).toInstant()));
    }

    private DateSpan clock(long ticks, String written) {
        int end = 0;
        while (end < written.length() && "0123456789:.,".indexOf(written.charAt(end)) >= 0) {
            end++;
        }
        String digits = written.substring(0, end);
        long from = end == written.length() ? Time.of(local(ticks).toInstant()) : ticks;
        return new DateSpan(from, Math.addExact(from, width(digits)));
    }

    private ZonedDateTime local(long ticks) {
        return Time.instant(ticks).atZone(ZoneOffset.UTC).withZoneSameLocal(zone);
    }

    private static long width(String digits) {
        int point = Math.max(digits.indexOf('.'), digits.indexOf(','));
        if (point >= 0) {
            int places = Math.min(7, digits.length() - point - 1);
            long width = Time.SECOND;
            for (int i = 0; i < places; i++) {
                width /= 10;
            }
            return width;
        }
        long colons = digits.chars().filter(c -> c == ':').count();
        return Time.SECOND * (colons == 0 ? 3_600 : colons == 1 ? 60 : 1);
    }
}
