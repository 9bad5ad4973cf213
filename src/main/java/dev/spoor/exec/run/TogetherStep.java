package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts rows together that have equal values and are near in time. Holds all rows. */
final class TogetherStep implements Step {
    private final Stage.Together stage;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;

    TogetherStep(Stage.Together stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.held = new Held(limits, "putting rows together");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
    }

    @Override public void finish() throws RunLimitException {
        List<TimedRow> rows = new ArrayList<>();
        for (Row row : held.rows()) {
            Number time = RowValues.number(evaluator.value(stage.time(), row));
            List<List<String>> keys = new ArrayList<>();
            for (Assignment key : stage.keys()) {
                keys.add(RowValues.list(evaluator.value(key.value(), row)).stream().map(RowValues::text).toList());
            }
            if (keys.isEmpty() || keys.stream().anyMatch(values -> !values.isEmpty())) {
                rows.add(new TimedRow(row, time == null ? 0 : time.doubleValue(), keys, is(stage.begins(), row), is(stage.ends(), row)));
            }
        }
        rows.sort(Comparator.comparingDouble(TimedRow::time));
        List<RowGroup> groups = new RowGrouping(stage).of(rows);
        groups.sort(Comparator.comparingDouble(RowGroup::first).reversed());
        for (RowGroup group : groups) {
            next.accept(row(group));
        }
        next.finish();
    }

    private boolean is(Optional<Scalar> condition, Row row) {
        return condition.isPresent() && evaluator.isTrue(condition.get(), row);
    }

    private Row row(RowGroup group) {
        Contributors all = Contributors.none();
        group.rows().forEach(one -> all.add(one.row().contributors()));
        Row row = new Row(Optional.empty(), all);
        row.set("_time", RowValues.plain(group.first()));
        for (Assignment column : stage.columns()) {
            Object value = merged(group, column.value());
            if (value != null) {
                row.set(column.column(), value);
            }
        }
        row.set("duration", RowValues.plain(group.last() - group.first()));
        row.set("eventcount", (long) group.rows().size());
        row.set("closed_txn", group.closed() ? 1L : 0L);
        return row;
    }

    private Object merged(RowGroup group, Scalar value) {
        List<Object> all = new ArrayList<>();
        Map<String, Object> distinct = new TreeMap<>();
        for (TimedRow one : group.rows()) {
            for (Object each : RowValues.list(evaluator.value(value, one.row()))) {
                all.add(each);
                distinct.putIfAbsent(RowValues.text(each), each);
            }
        }
        return RowValues.pack(stage.lists() ? all : List.copyOf(distinct.values()));
    }
}
