package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows together that differ in one column only. Holds all rows. */
final class MergeStep implements Step {
    private final Stage.Merge stage;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;

    MergeStep(Stage.Merge stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.held = new Held(limits, "mvcombine");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
    }

    @Override public void finish() throws RunLimitException {
        Map<Map<String, Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : held.rows()) {
            Map<String, Object> others = new LinkedHashMap<>(row.columns());
            others.remove(stage.column());
            groups.computeIfAbsent(others, _ -> new ArrayList<>()).add(row);
        }
        for (List<Row> group : groups.values()) {
            Contributors all = Contributors.none();
            List<Object> values = new ArrayList<>();
            for (Row row : group) {
                all.add(row.contributors());
                values.addAll(RowValues.list(evaluator.value(stage.input(), row)));
            }
            Row one = new Row(group.getFirst().event(), all);
            group.getFirst().columns().forEach(one::set);
            one.set(stage.column(), RowValues.pack(values));
            next.accept(one);
        }
        next.finish();
    }
}
