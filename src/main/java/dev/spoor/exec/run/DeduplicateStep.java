package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves the first rows of each combination of values. Holds the combinations. */
final class DeduplicateStep implements Step {
    private final Stage.Deduplicate stage;
    private final ScalarEvaluator evaluator;
    private final RunLimits limits;
    private final Step next;
    private final Map<List<String>, Long> counts = new HashMap<>();
    private List<String> previous = List.of();

    DeduplicateStep(Stage.Deduplicate stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.limits = limits;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        List<String> key = Keys.of(stage.keys(), row, evaluator);
        if (key.contains(null)) {
            if (stage.keepEmpty()) {
                next.accept(row);
            }
            return;
        }
        if (stage.consecutive() && !key.equals(previous)) {
            counts.clear();
        }
        previous = key;
        if (counts.merge(key, 1L, Long::sum) <= stage.keep()) {
            next.accept(row);
        }
        if (counts.size() > limits.rows()) {
            throw new RunLimitException("dedup holds more than " + limits.rows() + " combinations");
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
