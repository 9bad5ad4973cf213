package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Stats;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns {@code stats} and its kin into stages; where {@code streamstats} begins anew, rows are counted into stretches, and each stretch is a group of its own. */
final class RestartLowering {
    private static final String STRETCH = "\u0000stretch";
    private static final String BEFORE = "\u0000before";
    private static final String KEY = "\u0000key";
    private final Scope scope;
    private final List<Stage> stages;

    RestartLowering(Scope scope, List<Stage> stages) {
        this.scope = scope;
        this.stages = stages;
    }

    void lower(Stats stats) throws SplProblem {
        List<Scalar> begins = new ArrayList<>();
        if (stats.change()) {
            begins.add(changes(stats));
        }
        if (stats.before().isPresent()) {
            begins.add(one(condition(stats.before().get(), stats)));
        }
        if (stats.after().isPresent()) {
            Scalar ended = one(condition(stats.after().get(), stats));
            running(ended, KEY + "after", 1, false);
            begins.add(call("spl.coalesce", EvalLowering.column(KEY + "after"), EvalLowering.literal(0L)));
        }
        if (begins.isEmpty()) {
            stages.add(new StatsLowering(scope).lower(stats));
            return;
        }
        Scalar anew = begins.stream().reduce((left, right) -> call("spl.max", left, right)).orElseThrow();
        stages.add(new Stage.Accumulate(List.of(new Measure("spl.sum", Optional.of(anew), List.of(), STRETCH)), List.of(), true, 0, true));
        Stage.Accumulate each = (Stage.Accumulate) new StatsLowering(scope).lower(stats);
        List<Assignment> groups = new ArrayList<>(each.groups());
        groups.add(new Assignment(STRETCH, EvalLowering.column(STRETCH)));
        stages.add(new Stage.Accumulate(each.measures(), groups, true, each.window(), each.current(), each.seconds()));
        stages.add(new Stage.Drop(List.of(STRETCH, BEFORE, KEY, KEY + "after")));
    }

    private Scalar condition(EvalNode node, Stats stats) throws SplProblem {
        for (Command.Aggregation aggregation : stats.aggregations()) {
            String column = aggregation.alias().map(Command.Name::text).orElse(aggregation.written());
            if (EvalLowering.fields(node).contains(column)) {
                throw SplProblem.unsupported(node.span().start(), "streamstats that begins anew by what it computes itself (" + column + ") is not there");
            }
        }
        return new EvalLowering(scope).lower(node);
    }

    private static Scalar one(Scalar condition) {
        return call("spl.if", condition, EvalLowering.literal(1L), EvalLowering.literal(0L));
    }

    /** Whether the groups' values are others than those of the row before. */
    private Scalar changes(Stats stats) {
        Scalar key = EvalLowering.literal("");
        for (Command.Name name : stats.groups()) {
            key = call("spl.concat", call("spl.concat", key, EvalLowering.literal("\u0000")), call("spl.coalesce", scope.value(name.text()), EvalLowering.literal("\u0001")));
        }
        stages.add(new Stage.Extend(List.of(new Assignment(KEY, key))));
        running(EvalLowering.column(KEY), BEFORE, 1, false);
        Scalar same = new Scalar.Compare(Scalar.Operator.EQUAL, EvalLowering.column(KEY), EvalLowering.column(BEFORE), Scalar.Collation.NUMERIC_TEXT);
        return call("spl.if", same, EvalLowering.literal(0L), EvalLowering.literal(1L));
    }

    private void running(Scalar value, String column, long window, boolean current) {
        stages.add(new Stage.Accumulate(List.of(new Measure("spl.last", Optional.of(value), List.of(), column)), List.of(), true, window, current));
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }
}
