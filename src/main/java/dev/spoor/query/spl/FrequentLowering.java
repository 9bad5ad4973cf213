package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.SortKey;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Turns {@code top} and {@code rare} into a count, a share of the whole, an order and a limit; with {@code by} within each group. */
final class FrequentLowering {
    private static final String COUNT = "count";
    private static final String RANK = "\u0000rank";
    private static final String PERCENT = "percent";
    private final Scope scope;
    private final List<Stage> stages;

    FrequentLowering(Scope scope, List<Stage> stages) {
        this.scope = scope;
        this.stages = stages;
    }

    void lower(Command.Frequent frequent) {
        String counted = frequent.count().orElse(COUNT);
        String shared = frequent.percent().orElse(PERCENT);
        List<String> by = frequent.groups().stream().map(Command.Name::text).toList();
        List<String> names = frequent.names().stream().map(Command.Name::text).toList();
        List<Assignment> groups = Stream.concat(by.stream(), names.stream()).map(name -> new Assignment(name, scope.value(name))).toList();
        Scalar count = EvalLowering.column(counted);
        List<Assignment> parts = by.stream().map(name -> new Assignment(name, EvalLowering.column(name))).toList();
        stages.add(new Stage.Aggregate(List.of(new Measure("spl.count", Optional.empty(), List.of(), counted)), groups, false));
        stages.add(new Stage.Accumulate(List.of(new Measure("spl.sum", Optional.of(count), List.of(), shared)), parts, false, 0, true));
        Scalar share = new Scalar.Call("spl.percent", List.of(count, EvalLowering.column(shared)), Span.NONE);
        stages.add(new Stage.Extend(List.of(new Assignment(shared, share))));
        List<SortKey> order = new ArrayList<>(by.stream().map(name -> new SortKey(EvalLowering.column(name), false, SortKey.Order.AUTO, false)).toList());
        order.add(new SortKey(count, !frequent.rare(), SortKey.Order.NUMBER, false));
        boolean cut = frequent.limit() != 0;
        if (cut && frequent.others().isPresent()) {
            others(frequent, by, names, counted, shared, order);
            return;
        }
        stages.add(new Stage.Sort(order, cut && by.isEmpty() ? OptionalLong.of(frequent.limit()) : OptionalLong.empty()));
        if (cut && !by.isEmpty()) {
            stages.add(new Stage.Deduplicate(by.stream().map(EvalLowering::column).toList(), frequent.limit(), false, false));
        }
        hide(frequent, by, names, counted, shared);
    }

    private void hide(Command.Frequent frequent, List<String> by, List<String> names, String counted, String shared) {
        List<String> columns = new ArrayList<>(by);
        columns.addAll(names);
        columns.add(counted);
        columns.add(shared);
        List<String> hidden = frequent.hidden().stream().map(one -> one.equals(COUNT) ? counted : shared).toList();
        if (!hidden.isEmpty()) {
            stages.add(new Stage.Drop(hidden));
            columns.removeAll(hidden);
        }
        scope.close(columns, false);
    }

    /** What is beyond the limit is one row, behind the others. */
    private void others(Command.Frequent frequent, List<String> by, List<String> names, String counted, String shared, List<SortKey> order) {
        stages.add(new Stage.Sort(order, OptionalLong.empty()));
        List<Assignment> parts = by.stream().map(name -> new Assignment(name, EvalLowering.column(name))).toList();
        stages.add(new Stage.Accumulate(List.of(new Measure("spl.count", Optional.empty(), List.of(), RANK)), parts, true, 0, true));
        Scalar beyond = new Scalar.Compare(Scalar.Operator.GREATER, EvalLowering.column(RANK), EvalLowering.literal(frequent.limit()), Scalar.Collation.NUMERIC_TEXT);
        List<Assignment> capped = new ArrayList<>(
                names.stream().map(name -> new Assignment(name, choose(beyond, EvalLowering.literal(frequent.others().get()), EvalLowering.column(name)))).toList());
        capped.add(new Assignment(RANK, choose(beyond, EvalLowering.literal(frequent.limit() + 1), EvalLowering.column(RANK))));
        stages.add(new Stage.Extend(capped));
        List<Assignment> groups = Stream.of(by, List.of(RANK), names).flatMap(List::stream).map(name -> new Assignment(name, EvalLowering.column(name))).toList();
        stages.add(new Stage.Aggregate(List.of(new Measure("spl.sum", Optional.of(EvalLowering.column(counted)), List.of(), counted),
                new Measure("spl.sum", Optional.of(EvalLowering.column(shared)), List.of(), shared)), groups, false));
        List<SortKey> ranked = new ArrayList<>(by.stream().map(name -> new SortKey(EvalLowering.column(name), false, SortKey.Order.AUTO, false)).toList());
        ranked.add(new SortKey(EvalLowering.column(RANK), false, SortKey.Order.NUMBER, false));
        stages.add(new Stage.Sort(ranked, OptionalLong.empty()));
        stages.add(new Stage.Drop(List.of(RANK)));
        hide(frequent, by, names, counted, shared);
    }

    private static Scalar choose(Scalar condition, Scalar yes, Scalar no) {
        return new Scalar.Call("spl.if", List.of(condition, yes, no), Span.NONE);
    }
}
