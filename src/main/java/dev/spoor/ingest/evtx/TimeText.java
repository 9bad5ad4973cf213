package dev.spoor.ingest.evtx;

/** Writes the two time types of Windows as ISO 8601 in UTC: FILETIME with seven digits, SYSTEMTIME with three. */
final class TimeText {
    private static final long SECOND = 10_000_000L;
    private static final long DAY_SECONDS = 86_400;
    /** Days from 0000-03-01 to 1601-01-01 in the proleptic Gregorian calendar. */
    private static final long DAYS_TO_1601 = 584_694;
    private static final int ERA_DAYS = 146_097;

    private TimeText() {}

    /** 100-nanosecond ticks since 1601, unsigned. */
    static String fileTime(long ticks, StringBuilder text) {
        long seconds = Long.divideUnsigned(ticks, SECOND);
        int fraction = (int) Long.remainderUnsigned(ticks, SECOND);
        int ofDay = (int) (seconds % DAY_SECONDS);
        text.setLength(0);
        date(text, seconds / DAY_SECONDS + DAYS_TO_1601);
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

    /** Gregorian date of days since 0000-03-01: the years begin in March, so that the leap day is their last. */
    private static void date(StringBuilder text, long days) {
        long era = days / ERA_DAYS;
        int ofEra = (int) (days % ERA_DAYS);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * ofYear + 2) / 153;
        int year = (int) (yearOfEra + era * 400 + (month >= 10 ? 1 : 0));
        pad(text, year, 4).append('-');
        pad(text, month < 10 ? month + 3 : month - 9, 2).append('-');
        pad(text, ofYear - (153 * month + 2) / 5 + 1, 2);
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
