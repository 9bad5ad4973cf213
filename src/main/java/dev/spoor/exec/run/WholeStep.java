package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds all rows and gives each the measures of its group. A row without a group's value gets none. */
final class WholeStep implements Step {
    private final Stage.Accumulate stage;
    private final List<Scalar> keys;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;
    private final Map<List<String>, Measures> groups = new HashMap<>();

    WholeStep(Stage.Accumulate stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.keys = stage.groups().stream().map(Assignment::value).toList();
        this.evaluator = evaluator;
        this.held = new Held(limits, "eventstats");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
        List<String> key = Keys.of(keys, row, evaluator);
        if (!key.contains(null)) {
            groups.computeIfAbsent(key, _ -> new Measures(stage.measures())).add(row, evaluator);
        }
    }

    @Override public void finish() throws RunLimitException {
        for (Row row : held.rows()) {
            Measures measures = groups.get(Keys.of(keys, row, evaluator));
            if (measures != null) {
                measures.into(row);
            }
            next.accept(row);
        }
        next.finish();
    }
}
