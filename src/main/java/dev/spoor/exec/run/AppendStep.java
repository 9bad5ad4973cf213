package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.query.pipeline.Pipeline;

/** Gives the rows of another pipeline behind its own. */
final class AppendStep implements Step {
    private final Pipeline other;
    private final RunPlace place;
    private final Step next;

    AppendStep(Pipeline other, RunPlace place, Step next) {
        this.other = other;
        this.place = place;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        next.accept(row);
    }

    @Override public void finish() throws RunLimitException {
        for (Row row : place.rows(other)) {
            next.accept(row);
        }
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
