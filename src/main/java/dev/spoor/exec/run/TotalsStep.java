package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up the numbers of rows, and of columns. */
final class TotalsStep implements Step {
    private final Stage.Totals stage;
    private final ScalarEvaluator evaluator;
    private final Step next;
    private final Map<String, Double> sums = new LinkedHashMap<>();

    TotalsStep(Stage.Totals stage, ScalarEvaluator evaluator, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        double total = 0;
        for (Map.Entry<String, Object> column : columns(row).entrySet()) {
            Number number = RowValues.number(column.getValue());
            if (number != null) {
                total += number.doubleValue();
                sums.merge(column.getKey(), number.doubleValue(), Double::sum);
            }
        }
        if (stage.total().isPresent()) {
            row.set(stage.total().get(), RowValues.plain(total));
            sums.merge(stage.total().get(), total, Double::sum);
        }
        next.accept(row);
    }

    private Map<String, Object> columns(Row row) {
        if (!stage.columns().isEmpty()) {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (Assignment column : stage.columns()) {
                columns.put(column.column(), evaluator.value(column.value(), row));
            }
            return columns;
        }
        Map<String, Object> columns = new LinkedHashMap<>(row.columns());
        columns.keySet().removeIf(name -> name.startsWith("_"));
        return columns;
    }

    @Override public void finish() throws RunLimitException {
        if (stage.bottom()) {
            Row row = new Row(Optional.empty(), Contributors.none());
            sums.forEach((name, sum) -> row.set(name, RowValues.plain(sum)));
            stage.label().ifPresent(label -> row.set(label.column(), evaluator.value(label.value(), row)));
            next.accept(row);
        }
        next.finish();
    }
}
