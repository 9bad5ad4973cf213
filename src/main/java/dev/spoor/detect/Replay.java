package dev.spoor.detect;

import dev.spoor.rule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rule's schedule, replayed on event time: runs at multiples of the interval from the Unix epoch; a run looks at the events behind its window's start up to and
 * with its window's end. All times are ticks of {@link dev.spoor.event.Time}. Immutable and thread-safe.
 *
 * @param interval  between runs
 * @param from      where the window of a run starts; events at that very time are outside
 * @param to        where it ends; events at that time are inside
 * @param timestamp the field that tells an event's time where the event has it, instead of {@code @timestamp}
 */
public record Replay(long interval, DateOffset from, DateOffset to, Optional<TypedField> timestamp) {
    /** What Elastic's rules do when they state nothing else. */
    private static final String USUAL_INTERVAL = "5m";
    private static final String USUAL_FROM = "now-6m";

    /**
     * The replay of a schedule.
     *
     * @param reasons receives a sentence for each part that cannot be read
     */
    static Replay of(Schedule schedule, Optional<TypedField> timestamp, List<String> reasons) {
        OptionalLong interval = DateOffset.length(schedule.interval().orElse(USUAL_INTERVAL));
        if (interval.isEmpty()) {
            reasons.add("the interval " + schedule.interval().orElse("") + " cannot be read; " + USUAL_INTERVAL + " is used");
        }
        long ticks = interval.orElseGet(() -> DateOffset.length(USUAL_INTERVAL).orElseThrow());
        return new Replay(ticks, offset(schedule.from(), USUAL_FROM, reasons), offset(schedule.to(), "now", reasons), timestamp);
    }

    static DateOffset offset(Optional<String> stated, String usual, List<String> reasons) {
        Optional<DateOffset> read = DateOffset.parse(stated.orElse(usual));
        if (read.isEmpty()) {
            reasons.add("the time " + stated.orElse("") + " cannot be read; " + usual + " is used");
        }
        return read.orElseGet(() -> DateOffset.parse(usual).orElseThrow());
    }

    /** The first run that may see an event of a time; empty if no run does, because the window is shorter than the interval. */
    public OptionalLong firstRun(long time) {
        OptionalLong fixed = to.fixed();
        long run = fixed.isPresent() ? ceiling(time - fixed.getAsLong()) : after(ceiling(time), time);
        return from.at(run) < time ? OptionalLong.of(run) : OptionalLong.empty();
    }

    /** The last run that sees an event of a time; empty if no run does. */
    public OptionalLong lastRun(long time) {
        OptionalLong first = firstRun(time);
        if (first.isEmpty()) {
            return first;
        }
        long step = interval;
        long last = first.getAsLong();
        while (from.at(last + step) < time) {
            last += step;
            step *= 2;
        }
        for (; step >= interval; step /= 2) {
            if (from.at(last + step) < time) {
                last += step;
            }
        }
        return OptionalLong.of(last);
    }

    /** The first run from one on whose window ends at a time or later. */
    private long after(long first, long time) {
        long before = first - interval;
        long step = interval;
        while (to.at(before + step) < time) {
            before += step;
            step *= 2;
        }
        for (; step >= interval; step /= 2) {
            if (to.at(before + step) < time) {
                before += step;
            }
        }
        return before + interval;
    }

    private long ceiling(long time) {
        return -Math.floorDiv(-time, interval) * interval;
    }
}
