package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Leaves only some columns. Where optional columns are among them, all rows are held until it is known which have values. */
final class KeepStep implements Step {
    private final Stage.Keep keep;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;
    private final boolean direct;
    private final Set<String> seen = new HashSet<>();

    KeepStep(Stage.Keep keep, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.keep = keep;
        this.evaluator = evaluator;
        this.held = new Held(limits, "fields");
        this.next = next;
        this.direct = keep.columns().stream().noneMatch(Stage.Column::optional);
    }

    @Override public void accept(Row row) throws RunLimitException {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Stage.Column column : keep.columns()) {
            Object value = evaluator.value(column.value(), row);
            if (value != null) {
                seen.add(column.name());
            }
            if (value != null || !column.optional()) {
                columns.put(column.name(), value);
            }
        }
        row.replace(columns);
        if (direct) {
            next.accept(row);
        } else {
            held.add(row);
        }
    }

    @Override public void finish() throws RunLimitException {
        for (Row row : held.rows()) {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (Stage.Column column : keep.columns()) {
                if (!column.optional() || seen.contains(column.name())) {
                    columns.put(column.name(), row.get(column.name()));
                }
            }
            row.replace(columns);
            next.accept(row);
        }
        next.finish();
    }

    @Override public boolean satisfied() {
        return direct && next.satisfied();
    }
}
