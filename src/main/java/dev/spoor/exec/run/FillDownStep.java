package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Puts the last value so far where a row has none. */
final class FillDownStep implements Step {
    private final Stage.FillDown fill;
    private final ScalarEvaluator evaluator;
    private final Step next;
    private final Map<String, Object> last = new HashMap<>();

    FillDownStep(Stage.FillDown fill, ScalarEvaluator evaluator, Step next) {
        this.fill = fill;
        this.evaluator = evaluator;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        for (Assignment column : fill.columns()) {
            fill(row, column.column(), evaluator.value(column.value(), row));
        }
        if (fill.columns().isEmpty()) {
            Set<String> all = new LinkedHashSet<>(row.columns().keySet());
            all.addAll(last.keySet());
            all.forEach(name -> fill(row, name, row.get(name)));
        }
        next.accept(row);
    }

    private void fill(Row row, String name, Object value) {
        if (value != null) {
            last.put(name, value);
        } else {
            row.set(name, last.get(name));
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
