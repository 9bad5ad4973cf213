package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/** Keeps rows by a condition that may ask whether a row agrees with rows of other pipelines, which are run first. */
final class RestrictStep implements Step {
    private final Stage.Restrict stage;
    private final RunPlace place;
    private final ScalarEvaluator evaluator;
    private final Step next;
    private final List<Agreement> agreements = new ArrayList<>();

    RestrictStep(Stage.Restrict stage, RunPlace place, Step next) {
        this.stage = stage;
        this.place = place;
        this.evaluator = place.evaluator();
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (agreements.isEmpty()) {
            for (Stage.Membership membership : stage.memberships()) {
                agreements.add(new Agreement(membership, place));
            }
        }
        Row asked = row.copy();
        for (Agreement agreement : agreements) {
            asked.set(agreement.column(), agreement.holds(row, evaluator));
        }
        if (evaluator.isTrue(stage.condition(), asked)) {
            next.accept(row);
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
