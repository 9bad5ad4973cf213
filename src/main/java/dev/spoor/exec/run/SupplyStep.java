package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.Stage;
import java.util.List;
import java.util.Optional;

/** Gives the rows of a table. */
final class SupplyStep implements Step {
    private final Stage.Supply supply;
    private final Step next;

    SupplyStep(Stage.Supply supply, Step next) {
        this.supply = supply;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        next.accept(row);
    }

    @Override public void finish() throws RunLimitException {
        LookupTable content = supply.table();
        long end = supply.most() > content.rows().size() - supply.from() ? content.rows().size() : supply.from() + supply.most();
        for (long i = supply.from(); i < end && !next.satisfied(); i++) {
            List<String> values = content.rows().get((int) i);
            Row row = new Row(Optional.empty(), Contributors.none());
            for (int column = 0; column < content.columns().size(); column++) {
                row.set(content.columns().get(column), values.get(column).isEmpty() ? null : values.get(column));
            }
            next.accept(row);
        }
        next.finish();
    }
}
