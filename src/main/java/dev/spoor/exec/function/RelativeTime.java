package dev.spoor.exec.function;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPL's time modifiers: {@code -1d@d}, {@code +2h}, {@code @w1}. */
final class RelativeTime {
    private static final Pattern STEP = Pattern.compile("([+-])([0-9]{0,9})([A-Za-z]+)|@([A-Za-z]+)([0-7]?)");

    private RelativeTime() {}

    /** The modified time; empty where the text is no modifier. */
    static Optional<Instant> apply(Instant time, String modifier, ZoneId zone) {
        ZonedDateTime moment = time.atZone(zone);
        if (modifier.equals("now") || modifier.isEmpty()) {
            return Optional.of(time);
        }
        Matcher matcher = STEP.matcher(modifier);
        int at = 0;
        while (at < modifier.length()) {
            if (!matcher.find() || matcher.start() != at) {
                return Optional.empty();
            }
            moment = matcher.group(1) == null ? snap(moment, matcher.group(4), matcher.group(5))
                    : move(moment, matcher.group(1), matcher.group(2), matcher.group(3));
            if (moment == null) {
                return Optional.empty();
            }
            at = matcher.end();
        }
        return Optional.of(moment.toInstant());
    }

    private static ZonedDateTime move(ZonedDateTime moment, String sign, String digits, String unit) {
        long count = (digits.isEmpty() ? 1 : Long.parseLong(digits)) * (sign.equals("-") ? -1 : 1);
        return switch (unit(unit)) {
            case "s" -> moment.plusSeconds(count);
            case "m" -> moment.plusMinutes(count);
            case "h" -> moment.plusHours(count);
            case "d" -> moment.plusDays(count);
            case "w" -> moment.plusWeeks(count);
            case "mon" -> moment.plusMonths(count);
            case "q" -> moment.plusMonths(3 * count);
            case "y" -> moment.plusYears(count);
            default -> null;
        };
    }

    private static ZonedDateTime snap(ZonedDateTime moment, String unit, String day) {
        ZonedDateTime midnight = moment.truncatedTo(ChronoUnit.DAYS);
        return switch (unit(unit)) {
            case "s" -> moment.truncatedTo(ChronoUnit.SECONDS);
            case "m" -> moment.truncatedTo(ChronoUnit.MINUTES);
            case "h" -> moment.truncatedTo(ChronoUnit.HOURS);
            case "d" -> midnight;
            case "w" -> {
                int number = day.isEmpty() ? 0 : Integer.parseInt(day) % 7;
                yield midnight.with(TemporalAdjusters.previousOrSame(number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number)));
            }
            case "mon" -> midnight.withDayOfMonth(1);
            case "q" -> midnight.withDayOfMonth(1).withMonth((midnight.getMonthValue() - 1) / 3 * 3 + 1);
            case "y" -> midnight.withDayOfYear(1);
            default -> null;
        };
    }

    private static String unit(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "s", "sec", "secs", "second", "seconds" -> "s";
            case "m", "min", "mins", "minute", "minutes" -> "m";
            case "h", "hr", "hrs", "hour", "hours" -> "h";
            case "d", "day", "days" -> "d";
            case "w", "week", "weeks" -> "w";
            case "mon", "month", "months" -> "mon";
            case "q", "qtr", "qtrs", "quarter", "quarters" -> "q";
            case "y", "yr", "yrs", "year", "years" -> "y";
            default -> "";
        };
    }
}
