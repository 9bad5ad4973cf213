package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.aggregate.Accumulator;
import dev.spoor.exec.aggregate.Accumulators;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Measure;
import java.util.Arrays;

/** One measure of many groups. Not thread-safe. */
sealed interface GroupMeasure {
    /** Adds a row to a group; returns how many values are held since. */
    long add(int group, Row row);

    Object result(int group);

    static GroupMeasure of(Measure measure, ScalarEvaluator evaluator) {
        boolean rows = measure.function().equals("spl.count") && measure.argument().isEmpty();
        return rows ? new Rows() : new Gathered(measure, evaluator);
    }

    /** How many rows there are. */
    final class Rows implements GroupMeasure {
        private long[] counts = new long[16];

        @Override public long add(int group, Row row) {
            if (group >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(group + 1, counts.length * 2));
            }
            counts[group]++;
            return 0;
        }

        @Override public Object result(int group) {
            return group < counts.length ? counts[group] : 0L;
        }
    }

    /** What an accumulator says. */
    final class Gathered implements GroupMeasure {
        private static final Object NULL = new Object();
        private final Measure measure;
        private final boolean timed;
        private final RememberedScalar<Object> argument;
        private Accumulator[] accumulators = new Accumulator[16];

        Gathered(Measure measure, ScalarEvaluator evaluator) {
            this.measure = measure;
            this.timed = Accumulators.of(measure).timed();
            this.argument = measure.argument().map(scalar -> new RememberedScalar<>(scalar, evaluator, value -> value == null ? NULL : value)).orElse(null);
        }

        @Override public long add(int group, Row row) {
            if (group >= accumulators.length) {
                accumulators = Arrays.copyOf(accumulators, Math.max(group + 1, accumulators.length * 2));
            }
            Accumulator accumulator = accumulators[group];
            if (accumulator == null) {
                accumulator = Accumulators.of(measure);
                accumulators[group] = accumulator;
            }
            Object value = argument == null ? Boolean.TRUE : argument.of(row);
            long before = accumulator.held();
            accumulator.add(value == NULL ? null : value, timed ? Measures.time(row) : null);
            return accumulator.held() - before;
        }

        @Override public Object result(int group) {
            Accumulator own = group < accumulators.length ? accumulators[group] : null;
            return (own == null ? Accumulators.of(measure) : own).result();
        }
    }
}
