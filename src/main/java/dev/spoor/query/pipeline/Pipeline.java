package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Expression;
import java.util.List;

/**
 * A condition on events and the stages that the events passing it go through, in order.
 */
public record Pipeline(Expression filter, List<Stage> stages) {
    public Pipeline {
        stages = List.copyOf(stages);
    }

    /** Whether the result are events as they are, because no stage changes one. */
    public boolean answersEvents() {
        return stages.stream().allMatch(Stage::onlyFilters);
    }
}
