package dev.spoor.ui.common;

import dev.spoor.event.Time;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How times are written in a window: in UTC or, where the user prefers it, in the zone of this computer. A window is built anew with another one when that changes.
 *
 * @param zone of all times
 */
public record Times(ZoneId zone) {
    /** Times in UTC. */
    public static final Times UTC = new Times(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT = formatter("MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MINUTE_OF_YEAR = formatter("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = formatter("yyyy-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = formatter("yyyy-MM-dd");
    private static final DateTimeFormatter YEAR = formatter("yyyy");

    /** As the user prefers them. */
    public static Times of(Preferences preferences) {
        return preferences.localTime() ? new Times(ZoneId.systemDefault()) : UTC;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    private String format(DateTimeFormatter formatter, long ticks) {
        return formatter.format(Time.instant(ticks).atZone(zone));
    }

    private String formatOrNone(DateTimeFormatter formatter, long ticks) {
        return ticks == Time.NONE ? Formats.NONE : format(formatter, ticks);
    }

    /** The name of the zone: {@code UTC}, {@code Europe/Berlin}. */
    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** For tables: {@code 05-02 03:14:07}. */
    public String time(long ticks) {
        return formatOrNone(SHORT, ticks);
    }

    /** For details, with year and milliseconds. */
    public String fullTime(long ticks) {
        return formatOrNone(FULL, ticks);
    }

    /** {@code 2024-05-01}. */
    public String day(long ticks) {
        return formatOrNone(DAY, ticks);
    }

    /** {@code 05-02 03:14}. */
    public String minuteOfYear(long ticks) {
        return formatOrNone(MINUTE_OF_YEAR, ticks);
    }

    /** {@code 2024-05-01 08:00 → 05-03 20:00}. */
    public String range(long first, long last) {
        if (first == Time.NONE || last == Time.NONE) {
            return Formats.NONE;
        }
        boolean sameYear = format(YEAR, first).equals(format(YEAR, last));
        return format(MINUTE, first) + " → " + format(sameYear ? MINUTE_OF_YEAR : MINUTE, last);
    }
}
