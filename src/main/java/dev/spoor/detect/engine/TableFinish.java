package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Time;
import dev.spoor.exec.Contributors;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.exec.run.PipelineRunner;
import dev.spoor.exec.run.ResultTable;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.exec.run.RunLimits;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finishes rules with a pipeline: their events, in the order of the case, go through it; each row is a match. */
final class TableFinish {
    private final PipelineRunner runner;
    private final Map<String, KeptRows> kept;

    /**
     * @param kept gets what exceptions keep out, by id of the exception
     */
    TableFinish(FieldTypes types, Map<String, KeptRows> kept) {
        this.kept = kept;
        this.runner = new PipelineRunner(new ScalarEvaluator(types));
    }

    List<Match> matches(CompiledRule rule, Finisher.Table finisher, List<FoundEvent> events, Job job) throws RunLimitException {
        Map<EventRow, FoundEvent> byRow = new IdentityHashMap<>(events.size() * 2);
        Map<Long, FoundEvent> byId = new HashMap<>();
        events.forEach(event -> {
            byRow.put(event.row(), event);
            byId.put(event.id(), event);
        });
        List<EventRow> rows = events.stream().map(FoundEvent::row).toList();
        return switch (runner.run(finisher.pipeline(), rows, row -> byRow.get(row).id(), RunLimits.STANDARD, job)) {
            case PipelineResult.Events found -> found.events().stream().map(row -> new Match(rule, List.of(byRow.get(row)), 1, "", Map.of())).toList();
            case PipelineResult.Table(ResultTable table) -> rows(rule, finisher, table, byId);
        };
    }

    private List<Match> rows(CompiledRule rule, Finisher.Table finisher, ResultTable table, Map<Long, FoundEvent> byId) {
        List<String> keys = keys(finisher.pipeline());
        List<Match> matches = new ArrayList<>();
        for (ResultTable.ResultRow row : table.rows()) {
            Map<String, Object> values = table.values(row);
            List<ExceptionItem> exceptions = finisher.exceptions().holding(values);
            Contributors contributors = row.contributors();
            List<FoundEvent> events = Arrays.stream(contributors.ids()).mapToObj(byId::get).toList();
            if (!exceptions.isEmpty()) {
                long last = events.stream().mapToLong(event -> event.row().time()).max().orElse(Time.NONE);
                exceptions.forEach(item -> kept.merge(item.id(), new KeptRows(contributors.count(), last), KeptRows::and));
            } else {
                matches.add(new Match(rule, events, contributors.count(), key(keys, values), values));
            }
        }
        return matches;
    }

    /** The columns by which the last aggregation groups: they tell its rows apart. */
    private static List<String> keys(Pipeline pipeline) {
        List<String> keys = List.of();
        for (Stage stage : pipeline.stages()) {
            if (stage instanceof Stage.Aggregate aggregate) {
                keys = aggregate.groups().stream().map(Assignment::column).toList();
            }
        }
        return keys;
    }

    private static String key(List<String> keys, Map<String, Object> values) {
        return keys.stream().map(name -> name.length() + ":" + name + "=" + length(values.get(name))).collect(Collectors.joining(";"));
    }

    private static String length(Object value) {
        String text = String.valueOf(value);
        return text.length() + ":" + text;
    }
}
