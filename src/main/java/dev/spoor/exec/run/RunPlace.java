package dev.spoor.exec.run;

import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events and limits of a run, for pipelines that stand inside another one: they see the same events, each through its own filter. Not thread-safe. */
final class RunPlace {
    private static final int MAX_DEPTH = 20;
    private final PipelineRunner runner;
    private final ScalarEvaluator evaluator;
    private final Iterable<EventRow> events;
    private final EventIds ids;
    private final RunLimits limits;
    private final Job job;
    private int depth;

    RunPlace(PipelineRunner runner, ScalarEvaluator evaluator, Iterable<EventRow> events, EventIds ids, RunLimits limits, Job job) {
        this.runner = runner;
        this.evaluator = evaluator;
        this.events = events;
        this.ids = ids;
        this.limits = limits;
        this.job = job;
    }

    ScalarEvaluator evaluator() {
        return evaluator;
    }

    RunLimits limits() {
        return limits;
    }

    Job job() {
        return job;
    }

    /** The steps of stages, the last of which gives its rows to another step. */
    Step chain(List<Stage> stages, Step last) {
        return runner.chain(stages, last, this);
    }

    /** Sends events that pass a filter to a step. */
    void feed(Optional<Expression> filter, Step first) throws RunLimitException {
        int count = 0;
        Map<Segment, Bitmap> passing = new IdentityHashMap<>();
        if (!filter.equals(Optional.of(Expression.FALSE))) {
            for (EventRow event : events) {
                if (first.satisfied()) {
                    break;
                }
                if ((++count & 1023) == 0) {
                    job.check();
                }
                if (filter.isEmpty() || passing.computeIfAbsent(event.segment(), segment -> matches(segment, filter.get())).get(event.index())) {
                    first.accept(new Row(Optional.of(event), ids.contributors(event)));
                }
            }
        }
        first.finish();
    }

    private Bitmap matches(Segment segment, Expression filter) {
        return new ConditionMatcher(segment, evaluator.types(), evaluator).matches(filter);
    }

    /** The rows of a pipeline. */
    List<Row> rows(Pipeline pipeline) throws RunLimitException {
        if (++depth > MAX_DEPTH) {
            throw new RunLimitException("pipelines stand inside each other more than " + MAX_DEPTH + " deep");
        }
        Collector collector = new Collector(limits);
        feed(Optional.of(pipeline.filter()), chain(pipeline.stages(), collector));
        depth--;
        return collector.rows();
    }
}
