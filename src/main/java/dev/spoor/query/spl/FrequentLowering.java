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
        stages.add(new Stage.Sort(order, cut && by.isEmpty() ? OptionalLong.of(frequent.limit()) : OptionalLong.empty()));
        if (cut && !by.isEmpty()) {
            stages.add(new Stage.Deduplicate(by.stream().map(EvalLowering::column).toList(), frequent.limit(), false, false));
        }
        scope.close(Stream.concat(groups.stream().map(Assignment::column), Stream.of(counted, shared)).toList(), false);
    }
}
