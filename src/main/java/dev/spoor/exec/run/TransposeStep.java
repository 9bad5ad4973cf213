package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes columns of rows and rows of columns. */
final class TransposeStep implements Step {
    private final Stage.Transpose stage;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;

    TransposeStep(Stage.Transpose stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.held = new Held(limits, "transpose");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (stage.rows() == 0 || held.rows().size() < stage.rows()) {
            held.add(row);
        }
    }

    @Override public void finish() throws RunLimitException {
        Set<String> names = new LinkedHashSet<>();
        held.rows().forEach(row -> names.addAll(row.columns().keySet()));
        stage.header().ifPresent(header -> names.remove(header.column()));
        names.removeIf(name -> name.startsWith("_"));
        List<Row> rows = held.rows();
        for (String name : names) {
            Row turned = new Row(Optional.empty(), Contributors.none());
            turned.set(stage.column(), name);
            for (int i = 0; i < rows.size(); i++) {
                turned.set(heading(rows.get(i), i), rows.get(i).get(name));
            }
            next.accept(turned);
        }
        next.finish();
    }

    private String heading(Row row, int number) {
        Object value = stage.header().map(header -> evaluator.value(header.value(), row)).orElse(null);
        return value == null ? "row " + (number + 1) : RowValues.text(value);
    }
}
