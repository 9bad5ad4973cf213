package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;

/** Gives rows on as long as a condition is true. */
final class WhileStep implements Step {
    private final Stage.While stage;
    private final ScalarEvaluator evaluator;
    private final Step next;
    private long passed;
    private boolean over;

    WhileStep(Stage.While stage, ScalarEvaluator evaluator, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (over) {
            return;
        }
        Object answer = evaluator.value(stage.condition(), row);
        boolean stays = answer == null ? stage.unknown() : Boolean.TRUE.equals(answer);
        over = !stays || ++passed >= stage.most();
        if (stays || stage.keepLast()) {
            next.accept(row);
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return over || next.satisfied();
    }
}
