package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.run.EventIds;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.exec.run.PipelineRunner;
import dev.spoor.exec.run.ResultTable;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.exec.run.RunLimits;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.text.Diagnostic;
import java.util.List;
import java.util.function.Function;

/** Hunts with a pipeline. */
final class TableHunt {
    private final PipelineRunner runner;

    TableHunt(FieldTypes types) {
        this.runner = new PipelineRunner(new ScalarEvaluator(types));
    }

    HuntAnswer run(HuntRequest request, Pipeline pipeline, FoundEvents found, List<String> notes, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job) {
        try {
            return switch (runner.run(pipeline, found.rows(), EventIds.UNTOLD, RunLimits.STANDARD, job)) {
                case PipelineResult.Events events -> Hunter.events(request, found.of(events.events()), notes, documents);
                case PipelineResult.Table(ResultTable table) -> rows(request, table, notes);
            };
        } catch (RunLimitException e) {
            return new HuntAnswer.Failed(List.of(new Diagnostic(Diagnostic.Kind.LIMIT, e.getMessage(), 1, 1)));
        }
    }

    private static HuntAnswer rows(HuntRequest request, ResultTable table, List<String> notes) {
        List<HuntAnswer.Column> columns = table.columns().stream().map(column -> new HuntAnswer.Column(column.name(), column.type())).toList();
        List<List<Object>> rows = table.rows().stream().limit(request.limit().orElse(Long.MAX_VALUE)).map(ResultTable.ResultRow::values).toList();
        return new HuntAnswer.Rows(columns, rows, notes);
    }
}
