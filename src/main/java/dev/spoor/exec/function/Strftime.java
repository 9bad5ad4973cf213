package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** SPL's time formats: {@code %Y %m %d %H %M %S}, names of months and days, offsets, and digits of seconds ({@code %3N}, {@code %Q}). */
final class Strftime {
    private static final String[] MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

    private Strftime() {}

    static String format(Instant instant, String format, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char type = format.charAt(++i);
            int digits = 0;
            if (type == ':' && i + 1 < format.length()) {
                type = format.charAt(++i) == 'z' ? ':' : '?';
            } else if (Character.isDigit(type) && i + 1 < format.length()) {
                digits = type - '0';
                type = format.charAt(++i);
            }
            out.append(part(time, type, digits));
        }
        return out.toString();
    }

    private static String part(ZonedDateTime time, char type, int digits) {
        return switch (type) {
            case 'Y' -> pad(time.getYear(), 4);
            case 'y' -> pad(Math.floorMod(time.getYear(), 100), 2);
            case 'm' -> pad(time.getMonthValue(), 2);
            case 'd' -> pad(time.getDayOfMonth(), 2);
            case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
            case 'H' -> pad(time.getHour(), 2);
            case 'k' -> String.format(Locale.ROOT, "%2d", time.getHour());
            case 'I' -> pad((time.getHour() + 11) % 12 + 1, 2);
            case 'M' -> pad(time.getMinute(), 2);
            case 'S' -> pad(time.getSecond(), 2);
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'V' -> pad(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
            case 'j' -> pad(time.getDayOfYear(), 3);
            case 'b', 'h' -> name(time.getMonth().toString(), 3);
            case 'B' -> name(time.getMonth().toString(), 20);
            case 'a' -> name(time.getDayOfWeek().toString(), 3);
            case 'A' -> name(time.getDayOfWeek().toString(), 20);
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            case 's' -> Long.toString(time.toEpochSecond());
            case 'f' -> pad(time.getNano(), 9).substring(0, 6);
            case 'N', 'Q' -> pad(time.getNano(), 9).substring(0, digits == 0 ? type == 'N' ? 9 : 3 : Math.min(9, digits));
            case 'z' -> DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(time);
            case ':' -> DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(time);
            case 'Z' -> time.getZone() instanceof ZoneOffset offset && offset.equals(ZoneOffset.UTC) ? "UTC" : DateTimeFormatter.ofPattern("zzz", Locale.ROOT).format(time);
            case 'F' -> format(time.toInstant(), "%Y-%m-%d", time.getZone());
            case 'T' -> format(time.toInstant(), "%H:%M:%S", time.getZone());
            case 'D', 'x' -> format(time.toInstant(), "%m/%d/%y", time.getZone());
            case 'X' -> format(time.toInstant(), "%H:%M:%S", time.getZone());
            case 'c' -> format(time.toInstant(), "%a %b %e %H:%M:%S %Y", time.getZone());
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> "%" + type;
        };
    }

    private static String name(String upper, int length) {
        String name = upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(length, name.length()));
    }

    private static String pad(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** Seconds since 1970 that a text in a format stands for; null where it does not fit. */
    static Number parse(String text, String format, ZoneId zone) {
        return new Parser(text, format, zone).parse();
    }

    private static final class Parser {
        private final String text;
        private final String format;
        private final ZoneId zone;
        private int at;
        private int year = 1970;
        private int month = 1;
        private int day = 1;
        private int hour;
        private int minute;
        private int second;
        private int nano;
        private Boolean afternoon;
        private ZoneOffset offset;
        private Double seconds;

        Parser(String text, String format, ZoneId zone) {
            this.text = text;
            this.format = format.replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S");
            this.zone = zone;
        }

        Number parse() {
            for (int i = 0; i < format.length(); i++) {
                char c = format.charAt(i);
                if (c == '%' && i + 1 < format.length()) {
                    char type = format.charAt(++i);
                    if ((Character.isDigit(type) || type == ':') && i + 1 < format.length()) {
                        type = format.charAt(++i);
                    }
                    if (!take(type)) {
                        return null;
                    }
                } else if (Character.isWhitespace(c)) {
                    skipBlanks();
                } else if (at >= text.length() || text.charAt(at++) != c) {
                    return null;
                }
            }
            return result();
        }

        private Number result() {
            if (seconds != null) {
                return RowValues.plain(seconds);
            }
            try {
                int hours = afternoon == null ? hour : hour % 12 + (afternoon ? 12 : 0);
                LocalDateTime local = LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hours, minute, Math.min(second, 59), nano));
                Instant instant = offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
                return RowValues.plain(instant.getEpochSecond() + instant.getNano() / 1e9);
            } catch (DateTimeException e) {
                return null;
            }
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean take(char type) {
            switch (type) {
                case 'Y' -> year = digits(4);
                case 'y' -> {
                    year = digits(2);
                    year = year < 0 ? year : year < 69 ? 2000 + year : 1900 + year;
                }
                case 'm' -> month = digits(2);
                case 'd', 'e' -> day = digits(2);
                case 'H', 'I', 'k' -> hour = digits(2);
                case 'M' -> minute = digits(2);
                case 'S' -> second = digits(2);
                case 'b', 'B', 'h' -> month = monthName();
                case 'a', 'A' -> word();
                case 'p' -> afternoon = word().equalsIgnoreCase("PM");
                case 'f', 'N', 'Q' -> nano = fraction();
                case 's' -> seconds = epoch();
                case 'z', 'Z' -> offset = zoneOffset();
                case '%' -> at++;
                default -> {
                    return false;
                }
            }
            return Math.min(Math.min(Math.min(year, month), Math.min(day, hour)), Math.min(Math.min(minute, second), nano)) >= 0;
        }

        private int digits(int most) {
            skipBlanks();
            int begin = at;
            while (at < text.length() && at - begin < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            return at == begin ? -1 : Integer.parseInt(text.substring(begin, at));
        }

        private int fraction() {
            int begin = at;
            int value = digits(9);
            int count = at - begin;
            for (int i = count; value >= 0 && i < 9; i++) {
                value *= 10;
            }
            return value;
        }

        private Double epoch() {
            int begin = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            Number number = RowValues.number(text.substring(begin, at));
            return number == null ? null : Double.valueOf(number.doubleValue());
        }

        private String word() {
            skipBlanks();
            int begin = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return text.substring(begin, at);
        }

        private int monthName() {
            String word = word().toLowerCase(Locale.ROOT);
            for (int i = 0; i < MONTHS.length; i++) {
                if (word.startsWith(MONTHS[i])) {
                    return i + 1;
                }
            }
            return -1;
        }

        private ZoneOffset zoneOffset() {
            skipBlanks();
            if (at < text.length() && Character.isLetter(text.charAt(at))) {
                String name = word();
                return name.equals("Z") || name.equals("UTC") || name.equals("GMT") ? ZoneOffset.UTC : null;
            }
            int end = at;
            while (end < text.length() && "+-:0123456789".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            String written = text.substring(at, end);
            at = end;
            try {
                return written.isEmpty() ? null : ZoneOffset.of(written.length() == 5 ? written.substring(0, 3) + ":" + written.substring(3) : written);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
