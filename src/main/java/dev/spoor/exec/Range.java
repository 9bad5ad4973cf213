package dev.spoor.exec;

import dev.spoor.query.expr.ValueTest.Bound;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** A range of one domain's values. */
final class Range<T> {
    private final Comparator<? super T> order;
    private final Optional<T> low;
    private final boolean lowInclusive;
    private final Optional<T> high;
    private final boolean highInclusive;

    private Range(Comparator<? super T> order, Optional<T> low, boolean lowInclusive, Optional<T> high, boolean highInclusive) {
        this.order = order;
        this.low = low;
        this.lowInclusive = lowInclusive;
        this.high = high;
        this.highInclusive = highInclusive;
    }

    /** The range between two bounds; empty (nothing is in it) where a bound cannot be read. */
    static <T> Optional<Range<T>> of(Optional<Bound> low, Optional<Bound> high, Function<String, Optional<T>> reader, Comparator<? super T> order) {
        Optional<T> from = low.flatMap(bound -> reader.apply(bound.value()));
        Optional<T> to = high.flatMap(bound -> reader.apply(bound.value()));
        if (from.isPresent() != low.isPresent() || to.isPresent() != high.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Range<>(order, from, low.isPresent() && low.get().inclusive(), to, high.isPresent() && high.get().inclusive()));
    }

    boolean contains(T value) {
        if (low.isPresent()) {
            int above = order.compare(value, low.get());
            if (above < 0 || above == 0 && !lowInclusive) {
                return false;
            }
        }
        if (high.isEmpty()) {
            return true;
        }
        int above = order.compare(value, high.get());
        return above < 0 || above == 0 && highInclusive;
    }
}
