package dev.spoor.ui.common;

import dev.spoor.event.Time;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** How numbers, times, sizes and hashes are written in the window: times in UTC or, where the user prefers it, the zone of this computer; numbers grouped, a dash for what does not exist. */
public final class Formats {
    /** Stands for "none or not applicable". */
    public static final String NONE = "–";
    private static final DateTimeFormatter SHORT = formatter("MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MINUTE_OF_YEAR = formatter("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = formatter("yyyy-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = formatter("yyyy-MM-dd");
    private static final DateTimeFormatter YEAR = formatter("yyyy");

    /** One for the whole program, as a locale is: every screen writes times in it, and a window is built anew when it changes. */
    private static final AtomicReference<ZoneId> ZONE = new AtomicReference<>(ZoneOffset.UTC);

    private Formats() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    private static String format(DateTimeFormatter formatter, long ticks) {
        return formatter.format(Time.instant(ticks).atZone(ZONE.get()));
    }

    /** Sets the zone of all times that are written from now on. */
    public static void zone(ZoneId zone) {
        ZONE.set(zone);
    }

    /** The name of that zone: {@code UTC}, {@code Europe/Berlin}. */
    public static String zoneName() {
        return ZONE.get().equals(ZoneOffset.UTC) ? "UTC" : ZONE.get().getId();
    }

    /** {@code 12,431}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 12,431}, a dash for none. */
    public static String countOrNone(long number) {
        return number == 0 ? NONE : count(number);
    }

    /** For tables: {@code 05-02 03:14:07}. */
    public static String time(long ticks) {
        return ticks == Time.NONE ? NONE : format(SHORT, ticks);
    }

    /** For details, with year and milliseconds. */
    public static String fullTime(long ticks) {
        return ticks == Time.NONE ? NONE : format(FULL, ticks);
    }

    /** {@code 2024-05-01}. */
    public static String day(long ticks) {
        return ticks == Time.NONE ? NONE : format(DAY, ticks);
    }

    /** {@code 2024-05-01 08:00 → 05-03 20:00}. */
    public static String range(long first, long last) {
        if (first == Time.NONE || last == Time.NONE) {
            return NONE;
        }
        boolean sameYear = format(YEAR, first).equals(format(YEAR, last));
        return format(MINUTE, first) + " → " + format(sameYear ? MINUTE_OF_YEAR : MINUTE, last);
    }

    /** {@code 05-02 03:14}. */
    public static String minuteOfYear(long ticks) {
        return ticks == Time.NONE ? NONE : format(MINUTE_OF_YEAR, ticks);
    }

    /** {@code 68.1 MB}, in powers of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes) + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
        double size = bytes;
        int unit = -1;
        while (size >= 999.95 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
    }

    /** The first and the last eight characters of a hash. */
    public static String hash(String hex) {
        return hex.length() <= 17 ? SafeText.line(hex) : SafeText.line(hex.substring(0, 8) + "…" + hex.substring(hex.length() - 8));
    }

    /** The last part of a path, whatever system wrote it. */
    public static String fileName(String path) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return cut >= 0 && cut < path.length() - 1 ? path.substring(cut + 1) : path;
    }
}
