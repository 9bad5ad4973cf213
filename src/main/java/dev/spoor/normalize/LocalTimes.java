package dev.spoor.normalize;

import dev.spoor.event.Time;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Reads times as programs show them to people, and counts those that name no zone. The order of day and month is told by the spelling: {@code 01.05.2024} and
 * {@code 01-05-2024} begin with the day, {@code 05/01/2024 10:00 AM} with the month, {@code 01/05/2024 10:00} with the day, {@code 2024/5/1} with the year. Not
 * thread-safe.
 */
final class LocalTimes {
    private static final int LONGEST = 64;
    private static final int FIRST_YEAR = 1_601;
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private final ZoneId zone;
    private long assumed;
    private long unread;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** How many times so far were read that do not say their zone. */
    long assumed() {
        return assumed;
    }

    /** How many texts so far should have been times and could not be read. */
    long unread() {
        return unread;
    }

    /** Ticks of a time, ISO as people write it, or seconds since 1970; {@link Time#NONE} for what is none. */
    long ticks(String text) {
        long ticks = text.isEmpty() ? Time.NONE : parse(text);
        unread += ticks == Time.NONE && !text.isEmpty() ? 1 : 0;
        return ticks;
    }

    /** Ticks of a time that says where it is: ISO with an offset, or seconds since 1970; {@link Time#NONE} for any other. */
    static long absolute(String text) {
        boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return offset && text.length() <= LONGEST ? Time.parse(text) : epoch(text);
    }

    private static long epoch(String text) {
        int dot = text.indexOf('.');
        String seconds = dot < 0 ? text : text.substring(0, dot);
        String fraction = dot < 0 ? "" : text.substring(dot + 1);
        if (seconds.length() < 9 || seconds.length() > 10 || fraction.length() > 9 || !(seconds + fraction).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Time.NONE;
        }
        return Long.parseLong(seconds) * Time.SECOND + Long.parseLong((fraction + "0000000").substring(0, 7));
    }

    private long parse(String text) {
        if (text.length() > LONGEST) {
            return Time.NONE;
        }
        String clean = clean(text);
        long absolute = absolute(clean);
        if (absolute != Time.NONE) {
            return absolute;
        }
        long iso = Time.parse(clean);
        try {
            LocalDateTime local = iso != Time.NONE ? LocalDateTime.ofInstant(Time.instant(iso), ZoneOffset.UTC) : read(clean);
            if (local == null) {
                return Time.NONE;
            }
            long ticks = Time.of(local.atZone(zone).toInstant());
            assumed++;
            return ticks;
        } catch (DateTimeException | ArithmeticException e) {
            return Time.NONE;
        }
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            if (Character.getType(c) != Character.FORMAT) {
                clean.append(Character.isSpaceChar(c) ? ' ' : c);
            }
        }
        return clean.toString();
    }

    private static LocalDateTime read(String text) {
        int[] numbers = new int[7];
        int count = 0;
        int month = month(text);
        int place = 0;
        char separator = ' ';
        boolean clock = false;
        while (place < text.length() && count < 6) {
            char c = text.charAt(place);
            if (c >= '0' && c <= '9') {
                int end = digits(text, place);
                if (end - place > 4) {
                    return null;
                }
                numbers[count++] = Integer.parseInt(text, place, end, 10);
                clock = clock || count == 4 && end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == '.');
                separator = count == 1 && end < text.length() ? text.charAt(end) : separator;
                place = end;
            } else {
                place++;
            }
            if (count == 2 && month > 0) {
                numbers[2] = numbers[1];
                numbers[1] = numbers[0];
                numbers[0] = month;
                count = 3;
            }
        }
        int[] date = date(numbers, separator, month > 0, text);
        if (count < 5 || !clock || date[0] < FIRST_YEAR || !ends(text, place)) {
            return null;
        }
        return time(numbers, nanos(text, place), date, text);
    }

    /** Whether nothing but a fraction and the half of the day stands behind a place; the name of a zone is more than this reader knows. */
    private static boolean ends(String text, int place) {
        boolean fraction = place < text.length() && (text.charAt(place) == '.' || text.charAt(place) == ',');
        String rest = text.substring(fraction ? digits(text, place + 1) : place).replace(".", "").strip().toLowerCase(Locale.ROOT);
        return rest.isEmpty() || rest.replace(" ", "").equals("am") || rest.replace(" ", "").equals("pm");
    }

    /** Year, month, day. */
    private static int[] date(int[] n, char separator, boolean named, String text) {
        if (n[0] > 31) {
            return new int[] {n[0], n[1], n[2]};
        }
        boolean monthFirst = named || separator == '/' && half(text) >= 0;
        return monthFirst ? new int[] {n[2], n[0], n[1]} : new int[] {n[2], n[1], n[0]};
    }

    private static LocalDateTime time(int[] n, int nanos, int[] date, String text) {
        int half = half(text);
        int hour = half >= 0 && n[3] <= 12 ? n[3] % 12 + 12 * half : n[3];
        return LocalDateTime.of(date[0], date[1], date[2], hour, n[4], n[5], nanos);
    }

    /** 0 in the morning, 1 in the afternoon, -1 where the clock has 24 hours. */
    private static int half(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(".", "").replace(" ", "");
        if (lower.endsWith("am") || text.contains("\u4E0A\u5348") || text.contains("\u5348\u524D")) {
            return 0;
        }
        return lower.endsWith("pm") || text.contains("\u4E0B\u5348") || text.contains("\u5348\u5F8C") ? 1 : -1;
    }

    /** The month that a text begins with in English, as Kibana writes it; 0 where it does not. */
    private static int month(String text) {
        return text.length() > 3 && Character.isLetter(text.charAt(0)) ? 1 + MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) : 0;
    }

    private static int nanos(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '.' && text.charAt(from) != ',') {
            return 0;
        }
        int end = Math.min(digits(text, from + 1), from + 10);
        String digits = text.substring(from + 1, end);
        return digits.isEmpty() ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
