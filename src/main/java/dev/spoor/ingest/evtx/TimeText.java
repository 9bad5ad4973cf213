package dev.spoor.ingest.evtx;

import java.nio.charset.StandardCharsets;

/** Writes the two time types of Windows as ISO 8601 in UTC: FILETIME with seven digits, SYSTEMTIME with three. */
final class TimeText {
    private static final long SECOND = 10_000_000L;
    private static final long DAY_SECONDS = 86_400;
    /** Days from 0000-03-01 to 1601-01-01 in the proleptic Gregorian calendar. */
    private static final long DAYS_TO_1601 = 584_694;
    private static final int ERA_DAYS = 146_097;

    private static final int LENGTH = 28;
    /** The year 10000: earlier times have {@link #LENGTH} characters. */
    private static final long LATE = 2_650_467_744_000_000_000L;

    private TimeText() {}

    /** 100-nanosecond ticks since 1601, unsigned. */
    static String fileTime(long ticks, StringBuilder text) {
        return ticks >= 0 && ticks < LATE ? usual(ticks) : late(ticks, text);
    }

    private static String usual(long ticks) {
        long seconds = ticks / SECOND;
        int ofDay = (int) (seconds % DAY_SECONDS);
        byte[] out = new byte[LENGTH];
        int date = date(seconds / DAY_SECONDS + DAYS_TO_1601);
        digits(out, 0, 4, date / 10_000);
        out[4] = '-';
        digits(out, 5, 2, date / 100 % 100);
        out[7] = '-';
        digits(out, 8, 2, date % 100);
        out[10] = 'T';
        digits(out, 11, 2, ofDay / 3600);
        out[13] = ':';
        digits(out, 14, 2, ofDay / 60 % 60);
        out[16] = ':';
        digits(out, 17, 2, ofDay % 60);
        out[19] = '.';
        digits(out, 20, 7, (int) (ticks % SECOND));
        out[27] = 'Z';
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] out, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String late(long ticks, StringBuilder text) {
        long seconds = Long.divideUnsigned(ticks, SECOND);
        int fraction = (int) Long.remainderUnsigned(ticks, SECOND);
        int ofDay = (int) (seconds % DAY_SECONDS);
        text.setLength(0);
        int date = date(seconds / DAY_SECONDS + DAYS_TO_1601);
        pad(text, date / 10_000, 4).append('-');
        pad(text, date / 100 % 100, 2).append('-');
        pad(text, date % 100, 2);
        time(text, ofDay / 3600, ofDay / 60 % 60, ofDay % 60);
        return pad(text.append('.'), fraction, 7).append('Z').toString();
    }

    /** Eight numbers of two bytes: year, month, day of week, day, hour, minute, second, millisecond. */
    static String systemTime(byte[] bytes, int from, StringBuilder text) {
        text.setLength(0);
        pad(text, ByteCursor.u16(bytes, from), 4).append('-');
        pad(text, ByteCursor.u16(bytes, from + 2), 2).append('-');
        pad(text, ByteCursor.u16(bytes, from + 6), 2);
        time(text, ByteCursor.u16(bytes, from + 8), ByteCursor.u16(bytes, from + 10), ByteCursor.u16(bytes, from + 12));
        return pad(text.append('.'), ByteCursor.u16(bytes, from + 14), 3).append('Z').toString();
    }

    /** Gregorian date, as a number of the digits yyyymmdd, of days since 0000-03-01: the years begin in March, so that the leap day is their last. */
    private static int date(long days) {
        long era = days / ERA_DAYS;
        int ofEra = (int) (days % ERA_DAYS);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        int year = (int) (yearOfEra + era * 400 + (month >= 10 ? 1 : 0));
        return (year * 100 + (month < 10 ? month + 3 : month - 9)) * 100 + ofYear - (153 * month + 2) / 5 + 1;
    }

    private static void time(StringBuilder text, int hour, int minute, int second) {
        pad(text.append('T'), hour, 2).append(':');
        pad(text, minute, 2).append(':');
        pad(text, second, 2);
    }

    private static StringBuilder pad(StringBuilder text, int number, int width) {
        for (int bound = 10, digits = 1; digits < width; digits++, bound *= 10) {
            if (number < bound) {
                text.append('0');
            }
        }
        return text.append(number);
    }
}
