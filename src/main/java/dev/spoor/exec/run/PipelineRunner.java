package dev.spoor.exec.run;

import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.segment.EventRow;
import java.util.List;
import java.util.Optional;

/** Runs the stages of pipelines. What it learns of lookup tables serves all pipelines that it runs. Thread-safe. */
public final class PipelineRunner {
    private final ScalarEvaluator evaluator;
    private final TableIndexes tables = new TableIndexes();

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
        RunPlace place = new RunPlace(this, evaluator, events, ids, limits, job);
        List<Stage> stages = pipeline.stages();
        Optional<Expression> own = Optional.empty();
        if (!stages.isEmpty() && stages.getFirst() instanceof Stage.Where(Scalar.Condition(Expression condition))) {
            own = Optional.of(condition);
            stages = stages.subList(1, stages.size());
        }
        place.feed(own, chain(stages, collector, place));
        return pipeline.answersEvents() ? new PipelineResult.Events(collector.events()) : new PipelineResult.Table(collector.table());
    }

    Step chain(List<Stage> stages, Step last, RunPlace place) {
        Step next = last;
        for (Stage stage : stages.reversed()) {
            next = step(stage, next, place.limits(), place);
        }
        return next;
    }

    private Step step(Stage stage, Step next, RunLimits limits, RunPlace place) {
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
            case Stage.FillNull fill when fill.columns().isEmpty() -> new FillAllStep(fill.value(), limits, next);
            case Stage.FillNull fill -> new Steps.Filling(fill, evaluator, next);
            case Stage.Extract extract -> new ExtractStep(extract, evaluator, next);
            case Stage.Replace replace -> new Steps.Replacing(replace, evaluator, next);
            case Stage.Generate generate -> new Steps.Generating(generate, evaluator, next);
            case Stage.Expand expand -> new Steps.Expanding(expand, evaluator, next);
            case Stage.While whiles -> new WhileStep(whiles, evaluator, next);
            case Stage.Restrict restrict -> new RestrictStep(restrict, place, next);
            case Stage.Join join -> new JoinStep(join, place, next);
            case Stage.Append append -> new AppendStep(append.other(), place, next);
            case Stage.Derive derive -> new DeriveStep(derive.stages(), place, next);
            case Stage.Beside beside -> new BesideStep(beside, place, next);
            case Stage.LookUp look -> new LookUpStep(look, evaluator, tables, next);
            case Stage.Supply supply -> new SupplyStep(supply, next);
            case Stage.Together together -> new TogetherStep(together, evaluator, limits, next);
            case Stage.Pivot pivot -> new PivotStep(pivot, evaluator, limits, next);
            case Stage.Merge merge -> new MergeStep(merge, evaluator, limits, next);
            case Stage.FillDown fill -> new FillDownStep(fill, evaluator, next);
            case Stage.Unfold unfold -> new UnfoldStep(unfold, evaluator, next);
            case Stage.ForEachRow each -> new ForEachRowStep(each, place, next);
            case Stage.Totals totals -> new TotalsStep(totals, evaluator, next);
            case Stage.Transpose transpose -> new TransposeStep(transpose, evaluator, limits, next);
        };
    }
}
