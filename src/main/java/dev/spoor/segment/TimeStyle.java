package dev.spoor.segment;

import java.util.Arrays;

/**
 * A way to spell times in UTC, the same for all times of a column: {@code 2024-05-01T10:00:00.1234567Z}. As a number, a time is the
 * count of its last digit's units since 1970.
 *
 * @param digits digits of the fraction, 0 (and no point) to 9
 * @param blank  a blank stands between date and time, not a T
 * @param zulu   it ends with Z
 */
record TimeStyle(int digits, boolean blank, boolean zulu) {
    private static final int BLANK = 0x10;
    private static final int ZULU = 0x20;
    /** 2223-07-06: nanoseconds up to here fit a long. */
    private static final long MAX_SECONDS = 8_000_000_000L;
    private static final int SECONDS_LENGTH = 19;
    private static final long DAY = 86_400;

    /** The style of the first text of a dictionary, null where it is no such time. */
    static TimeStyle of(Dictionary dictionary) {
        byte[] bytes = dictionary.arena();
        int from = dictionary.start(0);
        int to = dictionary.start(1);
        if (to - from < SECONDS_LENGTH || to - from > SECONDS_LENGTH + 11) {
            return null;
        }
        boolean zulu = bytes[to - 1] == 'Z';
        int digits = to - from - SECONDS_LENGTH - (zulu ? 1 : 0) - 1;
        return digits == 0 || digits > 9 ? null : new TimeStyle(Math.max(digits, 0), bytes[from + 10] == ' ', zulu);
    }

    static TimeStyle of(int style) throws SegmentFormatException {
        if ((style & ~(BLANK | ZULU | 15)) != 0 || (style & 15) > 9) {
            throw new SegmentFormatException("times of style " + style);
        }
        return new TimeStyle(style & 15, (style & BLANK) != 0, (style & ZULU) != 0);
    }

    int toByte() {
        return digits | (blank ? BLANK : 0) | (zulu ? ZULU : 0);
    }

    /** The greatest number that a time of this style can be. */
    long latest() {
        return MAX_SECONDS * power(digits);
    }

    /** The number of a time; -1 where the text is not exactly what {@link #render} makes of it. */
    long read(byte[] bytes, int from, int to) {
        if (to - from != length()) {
            return -1;
        }
        long seconds = seconds(bytes, from);
        if (seconds < 0 || seconds >= MAX_SECONDS) {
            return -1;
        }
        int fraction = digits == 0 ? 0 : number(bytes, from + SECONDS_LENGTH + 1, digits);
        if (fraction < 0) {
            return -1;
        }
        long time = seconds * power(digits) + fraction;
        byte[] again = render(time);
        return Arrays.equals(again, 0, again.length, bytes, from, to) ? time : -1;
    }

    byte[] render(long time) {
        long unit = power(digits);
        long seconds = time / unit;
        byte[] out = new byte[length()];
        renderDate(out, seconds / DAY);
        int ofDay = (int) (seconds % DAY);
        out[10] = (byte) (blank ? ' ' : 'T');
        digits(out, 11, 2, ofDay / 3600);
        out[13] = ':';
        digits(out, 14, 2, ofDay / 60 % 60);
        out[16] = ':';
        digits(out, 17, 2, ofDay % 60);
        if (digits > 0) {
            out[SECONDS_LENGTH] = '.';
            digits(out, SECONDS_LENGTH + 1, digits, time % unit);
        }
        if (zulu) {
            out[out.length - 1] = 'Z';
        }
        return out;
    }

    /** How many zeros all numbers end with, at most {@code digits}. */
    static int commonZeros(long[] times, int digits) {
        int zeros = digits;
        for (long time : times) {
            while (time % power(zeros) != 0) {
                zeros--;
            }
        }
        return zeros;
    }

    static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private int length() {
        return SECONDS_LENGTH + (digits == 0 ? 0 : digits + 1) + (zulu ? 1 : 0);
    }

    private static long seconds(byte[] bytes, int from) {
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        int hour = number(bytes, from + 11, 2);
        int minute = number(bytes, from + 14, 2);
        int second = number(bytes, from + 17, 2);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) {
            return -1;
        }
        return daysOf(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
    }

    private static int number(byte[] bytes, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static void digits(byte[] out, int from, int count, long number) {
        long rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Days since 1970-01-01 in the Gregorian calendar, with years that begin in March so that the leap day comes last. */
    private static long daysOf(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static void renderDate(byte[] out, long days) {
        long shifted = days + 719_468;
        long era = shifted / 146_097;
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        digits(out, 0, 4, yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
        out[4] = '-';
        digits(out, 5, 2, month);
        out[7] = '-';
        digits(out, 8, 2, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    }
}
