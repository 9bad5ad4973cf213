package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.segment.EventRow;
import java.util.List;
import java.util.Optional;

/** Runs the stages of pipelines. Immutable; thread-safe. */
public final class PipelineRunner {
    private final ScalarEvaluator evaluator;

    public PipelineRunner(ScalarEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Sends events through the stages.
     *
     * @param events those that pass the pipeline's filter, in the order in which the pipeline is to see them: for a rule by time, source and record, for a
     *               search in the order of the data set
     * @param ids    numbers of the events, for the contributors of rows
     * @throws RunLimitException                   if a limit is met; there is no result then
     * @throws dev.spoor.job.CancelledException if the job is cancelled
     */
    public PipelineResult run(Pipeline pipeline, Iterable<EventRow> events, EventIds ids, RunLimits limits, Job job) throws RunLimitException {
        Collector collector = new Collector(limits);
        Step first = chain(pipeline.stages(), collector, limits);
        int count = 0;
        for (EventRow event : events) {
            if (first.satisfied()) {
                break;
            }
            if ((++count & 1023) == 0) {
                job.check();
            }
            first.accept(new Row(Optional.of(event), Contributors.of(ids.id(event))));
        }
        first.finish();
        return pipeline.answersEvents() ? new PipelineResult.Events(collector.events()) : new PipelineResult.Table(collector.table());
    }

    private Step chain(List<Stage> stages, Step last, RunLimits limits) {
        Step next = last;
        for (Stage stage : stages.reversed()) {
            next = step(stage, next, limits);
        }
        return next;
    }

    private Step step(Stage stage, Step next, RunLimits limits) {
        return switch (stage) {
            case Stage.Where where -> new Steps.Filtering(where, evaluator, next);
            case Stage.Extend extend -> new Steps.Extending(extend, evaluator, next);
            case Stage.Aggregate aggregate -> new AggregateStep(aggregate, evaluator, limits, next);
            case Stage.Accumulate accumulate when accumulate.running() -> new RunningStep(accumulate, evaluator, limits, next);
            case Stage.Accumulate accumulate -> new WholeStep(accumulate, evaluator, limits, next);
            case Stage.Keep keep -> new KeepStep(keep, evaluator, limits, next);
            case Stage.Drop drop -> new Steps.Dropping(drop, next);
            case Stage.Rename rename -> new Steps.Renaming(rename, evaluator, next);
            case Stage.Sort sort -> new SortStep(sort, evaluator, limits, next);
            case Stage.Limit limit -> new Steps.Limiting(limit.count(), next);
            case Stage.Last last -> new LastStep(last.count(), limits, next);
            case Stage.Reverse _ -> new LastStep(Long.MAX_VALUE, limits, next);
            case Stage.Deduplicate deduplicate -> new DeduplicateStep(deduplicate, evaluator, limits, next);
            case Stage.FillNull fill -> new Steps.Filling(fill, evaluator, next);
            case Stage.Extract extract -> new ExtractStep(extract, evaluator, next);
            case Stage.Replace replace -> new Steps.Replacing(replace, evaluator, next);
            case Stage.Generate generate -> new Steps.Generating(generate, evaluator, next);
            case Stage.Expand expand -> new Steps.Expanding(expand, evaluator, next);
        };
    }
}
