package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes one row of each group. Holds the groups, not the rows; rows of events are grouped by the codes of their columns. */
final class AggregateStep implements Step {
    private final Stage.Aggregate stage;
    private final RunLimits limits;
    private final Step next;
    private final RowGroups groups;
    private final List<GroupMeasure> measures;
    private Contributors[] contributors = {};
    private long held;

    AggregateStep(Stage.Aggregate stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.limits = limits;
        this.next = next;
        this.groups = new RowGroups(stage.groups().stream().map(Assignment::value).toList(), stage.nullGroups(), evaluator);
        this.measures = stage.measures().stream().map(measure -> GroupMeasure.of(measure, evaluator)).toList();
    }

    @Override public void accept(Row row) throws RunLimitException {
        groups.each(row, group -> add(group, row));
        if (groups.size() > limits.rows()) {
            throw new RunLimitException("an aggregation has more than " + limits.rows() + " groups");
        }
        if (held > limits.values()) {
            throw new RunLimitException("an aggregation holds more than " + limits.values() + " values");
        }
    }

    private void add(int group, Row row) {
        for (int i = 0; i < measures.size(); i++) {
            held += measures.get(i).add(group, row);
        }
        if (row.contributors().count() > 0) {
            if (group >= contributors.length) {
                contributors = Arrays.copyOf(contributors, Math.max(16, Math.max(group + 1, contributors.length * 2)));
            }
            if (contributors[group] == null) {
                contributors[group] = Contributors.none();
            }
            contributors[group].add(row.contributors());
        }
    }

    @Override public void finish() throws RunLimitException {
        if (stage.groups().isEmpty()) {
            next.accept(row(0));
        } else {
            for (int group : groups.ordered()) {
                next.accept(row(group));
            }
        }
        next.finish();
    }

    private Row row(int group) {
        Row row = new Row(Optional.empty(), group < contributors.length && contributors[group] != null ? contributors[group] : Contributors.none());
        for (int i = 0; i < stage.groups().size(); i++) {
            row.set(stage.groups().get(i).column(), groups.value(group, i));
        }
        for (int i = 0; i < measures.size(); i++) {
            row.set(stage.measures().get(i).column(), measures.get(i).result(group));
        }
        return row;
    }
}
