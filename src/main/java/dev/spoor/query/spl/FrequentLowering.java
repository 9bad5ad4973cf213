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

/** Turns {@code top} and {@code rare} into a count, a share of the whole, an order and a limit. */
final class FrequentLowering {
    private static final String COUNT = "count";
    private static final String PERCENT = "percent";
    private final Scope scope;
    private final List<Stage> stages;

    FrequentLowering(Scope scope, List<Stage> stages) {
        this.scope = scope;
        this.stages = stages;
    }

    void lower(Command.Frequent frequent) throws SplProblem {
        if (!frequent.groups().isEmpty()) {
            throw SplProblem.unsupported(frequent.groups().getFirst().span().start(), "top and rare with by are not there yet");
        }
        List<String> names = frequent.names().stream().map(Command.Name::text).toList();
        List<Assignment> groups = names.stream().map(name -> new Assignment(name, scope.value(name))).toList();
        Scalar count = EvalLowering.column(COUNT);
        stages.add(new Stage.Aggregate(List.of(new Measure("spl.count", Optional.empty(), List.of(), COUNT)), groups, false));
        stages.add(new Stage.Accumulate(List.of(new Measure("spl.sum", Optional.of(count), List.of(), PERCENT)), List.of(), false, 0, true));
        Scalar share = new Scalar.Call("spl.percent", List.of(count, EvalLowering.column(PERCENT)), Span.NONE);
        stages.add(new Stage.Extend(List.of(new Assignment(PERCENT, share))));
        stages.add(new Stage.Sort(List.of(new SortKey(count, !frequent.rare(), SortKey.Order.NUMBER, false)),
                frequent.limit() == 0 ? OptionalLong.empty() : OptionalLong.of(frequent.limit())));
        List<String> columns = new ArrayList<>(Stream.concat(names.stream(), Stream.of(COUNT, PERCENT)).toList());
        scope.close(columns, false);
    }
}
