package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one row of each group. Holds the groups, not the rows. */
final class AggregateStep implements Step {
    private final Stage.Aggregate stage;
    private final List<Scalar> keys;
    private final ScalarEvaluator evaluator;
    private final RunLimits limits;
    private final Step next;
    private final Map<List<String>, Group> groups = new HashMap<>();
    private long held;

    private static final class Group {
        private final List<Object> values;
        private final Measures measures;
        private final Contributors contributors = Contributors.none();

        Group(List<Object> values, Measures measures) {
            this.values = values;
            this.measures = measures;
        }
    }

    AggregateStep(Stage.Aggregate stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.keys = stage.groups().stream().map(Assignment::value).toList();
        this.evaluator = evaluator;
        this.limits = limits;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        for (List<Object> values : Keys.combinations(keys, row, evaluator)) {
            if (stage.nullGroups() || !values.contains(null)) {
                add(values, row);
            }
        }
    }

    private void add(List<Object> values, Row row) throws RunLimitException {
        Group group = groups.computeIfAbsent(Keys.texts(values), _ -> new Group(values, new Measures(stage.measures())));
        long before = group.measures.held();
        group.measures.add(row, evaluator);
        group.contributors.add(row.contributors());
        held += group.measures.held() - before;
        if (groups.size() > limits.rows()) {
            throw new RunLimitException("an aggregation has more than " + limits.rows() + " groups");
        }
        if (held > limits.values()) {
            throw new RunLimitException("an aggregation holds more than " + limits.values() + " values");
        }
    }

    @Override public void finish() throws RunLimitException {
        if (keys.isEmpty() && groups.isEmpty()) {
            groups.put(List.of(), new Group(List.of(), new Measures(stage.measures())));
        }
        List<Group> ordered = new ArrayList<>(groups.values());
        ordered.sort((left, right) -> compare(left.values, right.values));
        for (Group group : ordered) {
            Row row = new Row(Optional.empty(), group.contributors);
            for (int i = 0; i < keys.size(); i++) {
                row.set(stage.groups().get(i).column(), group.values.get(i));
            }
            group.measures.into(row);
            next.accept(row);
        }
        next.finish();
    }

    private static int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            Object a = left.get(i);
            Object b = right.get(i);
            int order = a == null || b == null ? Boolean.compare(a == null, b == null) : RowValues.compare(a, b);
            order = order == 0 && a != null && b != null ? RowValues.text(a).compareTo(RowValues.text(b)) : order;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
