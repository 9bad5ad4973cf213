package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.query.pipeline.Stage;
import java.util.List;

/** Puts the columns of another pipeline's rows beside its own, the first beside the first. */
final class BesideStep implements Step {
    private final Stage.Beside stage;
    private final RunPlace place;
    private final Step next;
    private List<Row> others;
    private int count;

    BesideStep(Stage.Beside stage, RunPlace place, Step next) {
        this.stage = stage;
        this.place = place;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        List<Row> rows = others();
        next.accept(count < rows.size() ? JoinStep.beside(row, rows.get(count), stage.overwrite()) : row);
        count++;
    }

    private List<Row> others() throws RunLimitException {
        if (others == null) {
            others = place.rows(stage.other());
        }
        return others;
    }

    @Override public void finish() throws RunLimitException {
        for (Row row : others().subList(Math.min(count, others().size()), others().size())) {
            next.accept(row);
        }
        next.finish();
    }
}
