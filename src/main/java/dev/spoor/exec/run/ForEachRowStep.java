package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.query.pipeline.Stage;
import java.util.LinkedHashMap;

/** Runs a query for each row and gives the rows of these queries. */
final class ForEachRowStep implements Step {
    private final Stage.ForEachRow stage;
    private final RunPlace place;
    private final Step next;
    private long count;

    ForEachRowStep(Stage.ForEachRow stage, RunPlace place, Step next) {
        this.stage = stage;
        this.place = place;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (count++ < stage.most()) {
            place.job().check();
            try {
                for (Row found : place.rows(stage.query().of(new LinkedHashMap<>(row.columns())))) {
                    next.accept(found);
                }
            } catch (IllegalArgumentException e) {
                throw new RunLimitException("a search of map cannot be run: " + e.getMessage());
            }
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return count >= stage.most() || next.satisfied();
    }
}
