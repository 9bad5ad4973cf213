package dev.spoor.detect;

import dev.spoor.event.Time;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time that a rule states relative to its run, in Elasticsearch's date math: {@code now}, {@code now-9m}, {@code now-7d/d}. Units: y M w d h H m s; days and
 * shorter units have a fixed length, since all is in UTC. Rounding goes down. Immutable and thread-safe; never decreases as the run's time grows.
 */
public record DateOffset(List<Step> steps) {
    private static final String UNITS = "yMwdhHms";
    /** Longest step, in seconds: some three hundred years. */
    private static final long LONGEST = 10_000_000_000L;
    private static final int MOST_STEPS = 20;

    /** One step: so many units further (back, if negative), or down to the begin of the unit if {@code amount} is 0. */
    record Step(long amount, ChronoUnit unit) {}

    public DateOffset {
        steps = List.copyOf(steps);
    }

    /** Reads date math that begins with {@code now}; empty if it is none. */
    public static Optional<DateOffset> parse(String written) {
        String text = written.strip();
        if (!text.startsWith("now")) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        int at = 3;
        while (at < text.length()) {
            char operator = text.charAt(at++);
            int digits = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            boolean rounding = operator == '/';
            boolean whole = at < text.length() && at - digits < 12 && steps.size() < MOST_STEPS && UNITS.indexOf(text.charAt(at)) >= 0
                    && (rounding ? at == digits : operator == '-' || operator == '+');
            if (!whole) {
                return Optional.empty();
            }
            long amount = at == digits ? 1 : Long.parseLong(text.substring(digits, at));
            ChronoUnit unit = unit(text.charAt(at++));
            if (amount > LONGEST / unit.getDuration().toSeconds()) {
                return Optional.empty();
            }
            if (rounding || amount != 0) {
                steps.add(new Step(rounding ? 0 : operator == '-' ? -amount : amount, unit));
            }
        }
        return Optional.of(new DateOffset(steps));
    }

    /** Reads a length of time as rules state it ({@code 5m}, {@code 1h}), in ticks of {@link Time}; empty if it is none, or not positive. */
    public static OptionalLong length(String written) {
        Optional<DateOffset> back = parse("now+" + written.strip());
        OptionalLong ticks = back.map(DateOffset::fixed).orElse(OptionalLong.empty());
        return ticks.isPresent() && ticks.getAsLong() > 0 ? ticks : OptionalLong.empty();
    }

    /** How far it is from the run in ticks, negative before it, where that is the same at any time. */
    public OptionalLong fixed() {
        long sum = 0;
        for (Step step : steps) {
            if (step.amount() == 0 || step.unit().compareTo(ChronoUnit.WEEKS) > 0) {
                return OptionalLong.empty();
            }
            sum += step.amount() * step.unit().getDuration().toSeconds() * Time.SECOND;
        }
        return OptionalLong.of(sum);
    }

    /** The time that it stands for at a run, in ticks. Before the years that can be counted: the earliest time. */
    public long at(long run) {
        OptionalLong fixed = fixed();
        if (fixed.isPresent()) {
            return run + fixed.getAsLong();
        }
        try {
            ZonedDateTime time = Time.instant(run).atZone(ZoneOffset.UTC);
            for (Step step : steps) {
                time = step.amount() == 0 ? floor(time, step.unit()) : time.plus(step.amount(), step.unit());
            }
            return Time.of(time.toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            return Long.MIN_VALUE / 2; // further back than ticks count: everything is later
        }
    }

    private static ZonedDateTime floor(ZonedDateTime time, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKS -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> time.truncatedTo(unit);
        };
    }

    private static ChronoUnit unit(char letter) {
        return switch (letter) {
            case 'y' -> ChronoUnit.YEARS;
            case 'M' -> ChronoUnit.MONTHS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'd' -> ChronoUnit.DAYS;
            case 'h', 'H' -> ChronoUnit.HOURS;
            case 'm' -> ChronoUnit.MINUTES;
            default -> ChronoUnit.SECONDS;
        };
    }
}
