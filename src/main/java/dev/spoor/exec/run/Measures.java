package dev.spoor.exec.run;

import dev.spoor.event.Time;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.aggregate.Accumulator;
import dev.spoor.exec.aggregate.Accumulators;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Measure;
import java.util.ArrayList;
import java.util.List;

/** The accumulators of one group. */
final class Measures {
    private static final String TIME = "_time";
    private final List<Measure> measures;
    private final List<Accumulator> accumulators = new ArrayList<>();

    Measures(List<Measure> measures) {
        this.measures = measures;
        measures.forEach(measure -> accumulators.add(Accumulators.of(measure)));
    }

    void add(Row row, ScalarEvaluator evaluator) {
        Double time = time(row);
        for (int i = 0; i < measures.size(); i++) {
            Object value = measures.get(i).argument().isEmpty() ? Boolean.TRUE : evaluator.value(measures.get(i).argument().get(), row);
            accumulators.get(i).add(value, time);
        }
    }

    /** Puts the results into a row. */
    void into(Row row) {
        for (int i = 0; i < measures.size(); i++) {
            row.set(measures.get(i).column(), accumulators.get(i).result());
        }
    }

    /** The time of a row in seconds: of its column, else of its event. */
    static Double time(Row row) {
        Number own = RowValues.number(row.get(TIME));
        if (own != null) {
            return own.doubleValue();
        }
        long ticks = row.event().map(event -> event.time()).orElse(Time.NONE);
        return ticks == Time.NONE ? null : Double.valueOf(ticks / (double) Time.SECOND);
    }
}
