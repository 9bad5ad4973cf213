package dev.spoor.query.parse;

import dev.spoor.event.Time;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Walks through the steps of a date math expression: {@code +1M}, {@code -2h}, {@code /d}. After a rounding the result stands for the whole unit. Used once,
 * by one thread.
 */
final class DateMath {
    private static final long NANOS_IN_TICK = 100;
    private final String text;
    private int at;
    private ZonedDateTime time;
    /** The last moment that the expression stands for. */
    private ZonedDateTime last;

    DateMath(ZonedDateTime anchor, String text, int begin) {
        this.time = anchor;
        this.last = anchor;
        this.text = text;
        this.at = begin;
    }

    /** What the expression stands for, or empty where a step cannot be read. */
    Optional<DateSpan> span() {
        while (at < text.length()) {
            if (!step()) {
                return Optional.empty();
            }
        }
        return Optional.of(new DateSpan(Time.of(time.toInstant()), Time.of(last.toInstant()) + 1));
    }

    private boolean step() {
        char operator = text.charAt(at++);
        int digits = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && at - digits < 9) {
            at++;
        }
        int amount = at == digits ? 1 : Integer.parseInt(text.substring(digits, at));
        Optional<ChronoUnit> unit = at < text.length() ? unit(text.charAt(at++)) : Optional.empty();
        if (unit.isEmpty() || "+-/".indexOf(operator) < 0 || (operator == '/' && amount != 1)) {
            return false;
        }
        if (operator == '/') {
            time = floor(time, unit.get());
            last = floor(last, unit.get()).plus(1, unit.get()).minusNanos(NANOS_IN_TICK);
        } else {
            long signed = operator == '-' ? -(long) amount : amount;
            time = time.plus(signed, unit.get());
            last = last.plus(signed, unit.get());
        }
        return true;
    }

    private static ZonedDateTime floor(ZonedDateTime time, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKS -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> time.truncatedTo(unit);
        };
    }

    private static Optional<ChronoUnit> unit(char letter) {
        return switch (letter) {
            case 'y' -> Optional.of(ChronoUnit.YEARS);
            case 'M' -> Optional.of(ChronoUnit.MONTHS);
            case 'w' -> Optional.of(ChronoUnit.WEEKS);
            case 'd' -> Optional.of(ChronoUnit.DAYS);
            case 'h', 'H' -> Optional.of(ChronoUnit.HOURS);
            case 'm' -> Optional.of(ChronoUnit.MINUTES);
            case 's' -> Optional.of(ChronoUnit.SECONDS);
            default -> Optional.empty();
        };
    }
}
