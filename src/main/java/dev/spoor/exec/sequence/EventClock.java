package dev.spoor.exec.sequence;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.exec.RowValues;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.EventRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Tells when events happened and which of two of one time comes first. Immutable and thread-safe. */
final class EventClock {
    private static final Comparator<Tick> ORDER = Comparator.comparingLong(Tick::time).thenComparing(Tick::number, last()).thenComparing(Tick::text, last());
    private final FieldRef time;
    private final Optional<FieldRef> tiebreaker;

    /**
     * A place in time.
     *
     * @param time   ticks, or {@code Time.NONE}
     * @param number the tiebreaker where it is a number
     * @param text   the tiebreaker where it is none
     */
    record Tick(long time, Optional<BigDecimal> number, Optional<String> text) implements Comparable<Tick> {
        @Override public int compareTo(Tick other) {
            return ORDER.compare(this, other);
        }
    }

    EventClock(EventPattern pattern) {
        this.time = pattern.time();
        this.tiebreaker = pattern.tiebreaker();
    }

    /** When an event happened. */
    Tick tick(EventRow row) {
        if (tiebreaker.isEmpty()) {
            return new Tick(time(row), Optional.empty(), Optional.empty());
        }
        Optional<String> text = row.get(tiebreaker.get().candidates()).map(EventClock::first).map(Value::text);
        Optional<BigDecimal> number = text.flatMap(RowValues::decimal);
        return new Tick(time(row), number, number.isPresent() ? Optional.empty() : text);
    }

    private long time(EventRow row) {
        if (time.name().equals("@timestamp") && row.time() != Time.NONE) {
            return row.time();
        }
        Optional<Values> values = row.get(time.candidates());
        return values.isEmpty() ? Time.NONE : RowValues.ticks(first(values.get())).orElse(Time.NONE);
    }

    private static Value first(Values values) {
        return values.get(0);
    }

    private static <T extends Comparable<T>> Comparator<Optional<T>> last() {
        return Comparator.comparing((Optional<T> value) -> value.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
