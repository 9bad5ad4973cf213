package dev.spoor.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Event time as a {@code long}: 100-nanosecond ticks since 1970-01-01T00:00:00Z, which is as fine as Windows counts and reaches from
 * the year -27258 to 31197. Finer digits are cut off.
 */
public final class Time {
    /** Stands for "no time". */
    public static final long NONE = Long.MIN_VALUE;
    /** Ticks in a second. */
    public static final long SECOND = 10_000_000L;
    private static final long FILETIME_EPOCH = 116_444_736_000_000_000L;

    private Time() {}

    /** The ticks of an instant. */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 100);
    }

    /** The ticks of a Windows FILETIME (100-nanosecond ticks since 1601, unsigned). */
    public static long ofFileTime(long fileTime) {
        return fileTime - FILETIME_EPOCH;
    }

    /** The instant of ticks. */
    public static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, SECOND), Math.floorMod(ticks, SECOND) * 100);
    }

    /** ISO 8601 in UTC, always with nine digits: {@code 2024-05-01T10:00:00.123456700Z}. */
    public static String iso(long ticks) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant(ticks), ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(30);
        int year = utc.getYear();
        if (year < 0 || year > 9999) {
            out.append(year < 0 ? '-' : '+').append(pad(Math.abs(year), year > 99999 || year < -9999 ? 6 : 5));
        } else {
            out.append(pad(year, 4));
        }
        return out.append('-').append(pad(utc.getMonthValue(), 2)).append('-').append(pad(utc.getDayOfMonth(), 2)).append('T')
                .append(pad(utc.getHour(), 2)).append(':').append(pad(utc.getMinute(), 2)).append(':').append(pad(utc.getSecond(), 2))
                .append('.').append(pad(utc.getNano(), 9)).append('Z').toString();
    }

    /**
     * Reads an ISO 8601 time ({@code 2024-05-01}, {@code 2024-05-01T10:00}, with or without fraction and offset; a blank may stand for the T). Without
     * an offset it is taken as UTC.
     *
     * @return ticks, or {@link #NONE} if the text is no such time
     */
    public static long parse(String text) {
        return IsoTime.parse(text);
    }

    /** Ticks of an instant that may lie beyond what ticks can count. */
    static long ofOrNone(Instant instant) {
        try {
            return of(instant);
        } catch (ArithmeticException | DateTimeException e) {
            return NONE;
        }
    }

    private static String pad(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
