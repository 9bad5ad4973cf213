package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.query.pipeline.Stage;
import java.util.List;

/** Gives its rows, and behind them what further stages make of them. */
final class DeriveStep implements Step {
    private final Collector derived;
    private final Step inner;
    private final Step next;

    DeriveStep(List<Stage> stages, RunPlace place, Step next) {
        this.derived = new Collector(place.limits());
        this.inner = place.chain(stages, derived);
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        inner.accept(row.copy());
        next.accept(row);
    }

    @Override public void finish() throws RunLimitException {
        inner.finish();
        for (Row row : derived.rows()) {
            next.accept(row);
        }
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
