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
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private final ZoneId zone;
    private long assumed;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** How many times so far were read that do not say their zone. */
    long assumed() {
        return assumed;
    }

    /** Ticks of a time, ISO or as people write it; {@link Time#NONE} for what is none. */
    long ticks(String text) {
        if (text.length() > LONGEST) {
            return Time.NONE;
        }
        String clean = clean(text);
        long iso = Time.parse(clean);
        if (iso != Time.NONE && (clean.endsWith("Z") || clean.lastIndexOf('+') > 10 || clean.lastIndexOf('-') > 10)) {
            return iso;
        }
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
        while (place < text.length() && count < 6) {
            char c = text.charAt(place);
            if (c >= '0' && c <= '9') {
                int end = digits(text, place);
                if (end - place > 4) {
                    return null;
                }
                numbers[count++] = Integer.parseInt(text, place, end, 10);
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
        if (count < 5) {
            return null;
        }
        return time(numbers, nanos(text, place), date(numbers, separator, month > 0, text), text);
    }

    /** Year, month, day. */
    private static int[] date(int[] n, char separator, boolean named, String text) {
        if (n[0] > 31) {
            return new int[]{n[0], n[1], n[2]};
        }
        boolean monthFirst = named || separator == '/' && half(text) >= 0;
        return monthFirst ? new int[]{n[2], n[0], n[1]} : new int[]{n[2], n[1], n[0]};
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
