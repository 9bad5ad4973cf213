package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each row the measures of the rows of its group so far, or of the newest of them. */
final class RunningStep implements Step {
    private final Stage.Accumulate stage;
    private final List<Scalar> keys;
    private final ScalarEvaluator evaluator;
    private final RunLimits limits;
    private final Step next;
    private final Map<List<String>, Measures> groups = new HashMap<>();
    private final Map<List<String>, Deque<Row>> windows = new HashMap<>();
    private long inWindows;

    RunningStep(Stage.Accumulate stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.keys = stage.groups().stream().map(Assignment::value).toList();
        this.evaluator = evaluator;
        this.limits = limits;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        List<String> key = Keys.of(keys, row, evaluator);
        if (key.contains(null)) {
            next.accept(row);
            return;
        }
        if (groups.size() + windows.size() + inWindows > limits.rows() || stage.window() > limits.rows()) {
            throw new RunLimitException("streamstats holds more than " + limits.rows() + " groups or rows");
        }
        Row before = row.copy();
        if (stage.window() == 0 && stage.seconds() == 0) {
            soFar(key, before, row);
        } else {
            inWindow(key, before, row);
        }
        next.accept(row);
    }

    private void soFar(List<String> key, Row before, Row row) {
        Measures measures = groups.computeIfAbsent(key, _ -> new Measures(stage.measures()));
        if (stage.current()) {
            measures.add(before, evaluator);
            measures.into(row);
        } else {
            measures.into(row);
            measures.add(before, evaluator);
        }
    }

    private void inWindow(List<String> key, Row before, Row row) {
        Deque<Row> window = windows.computeIfAbsent(key, _ -> new ArrayDeque<>());
        Double now = stage.seconds() == 0 ? null : Measures.time(before);
        while (now != null && !window.isEmpty() && old(window.getFirst(), now)) {
            window.removeFirst();
            inWindows--;
        }
        if (stage.current()) {
            push(window, before);
        }
        Measures measures = new Measures(stage.measures());
        window.forEach(one -> measures.add(one, evaluator));
        measures.into(row);
        if (!stage.current()) {
            push(window, before);
        }
    }

    /** Rows come in the order of time, upwards or downwards. */
    private boolean old(Row row, double now) {
        Double time = Measures.time(row);
        return time == null || Math.abs(now - time) > stage.seconds();
    }

    private void push(Deque<Row> window, Row row) {
        window.addLast(row);
        inWindows++;
        if (stage.window() > 0 && window.size() > stage.window()) {
            window.removeFirst();
            inWindows--;
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
