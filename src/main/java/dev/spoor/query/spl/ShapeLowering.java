package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns commands that give rows another shape into stages. */
final class ShapeLowering {
    private final PipelineBuilder outer;
    private final Scope scope;
    private final List<Stage> stages;

    ShapeLowering(PipelineBuilder outer) {
        this.outer = outer;
        this.scope = outer.scope();
        this.stages = outer.stages();
    }

    /** Keeps the columns that the search mentions, and, where it shows all, those that rows are known to have. */
    void lower(Command.Transaction transaction) throws SplProblem {
        List<Assignment> keys = transaction.names().stream().map(name -> new Assignment(name.text(), scope.value(name.text()))).toList();
        Set<String> names = new LinkedHashSet<>(keys.stream().map(Assignment::column).toList());
        names.addAll(scope.known());
        names.addAll(scope.open() ? scope.mentioned() : Set.of());
        names.remove(Scope.TIME);
        List<Assignment> columns = names.stream().map(name -> new Assignment(name, scope.value(name))).toList();
        Optional<Scalar> begins = condition(transaction.beginsIf(), transaction.begins());
        Optional<Scalar> ends = condition(transaction.endsIf(), transaction.ends());
        stages.add(new Stage.Together(keys, columns, scope.value(Scope.TIME), begins, ends, transaction.span(), transaction.pause(), transaction.most(), transaction.partial(),
                transaction.connected(), transaction.lists()));
        List<String> all = new ArrayList<>(List.of(Scope.TIME));
        all.addAll(names);
        all.addAll(List.of("duration", "eventcount", "closed_txn"));
        scope.close(all, true);
    }

    private Optional<Scalar> condition(Optional<EvalNode> condition, Optional<SearchNode> search) throws SplProblem {
        if (condition.isPresent()) {
            return Optional.of(new EvalLowering(scope).lower(condition.get()));
        }
        return search.isPresent() ? Optional.of(new SearchLowering(scope).row(search.get())) : Optional.empty();
    }

    void lower(Command.Chart chart) throws SplProblem {
        List<Measure> measures = new StatsLowering(scope).measures(chart.aggregations());
        Optional<Assignment> row = chart.row().map(name -> assignment(name, chart.rowSpan()));
        Optional<Assignment> column = chart.column().map(name -> assignment(name, chart.columnSpan()));
        stages.add(new Stage.Pivot(row, column, measures, chart.limit(), chart.lowest(), chart.others(), chart.nulls(), chart.spacing()));
        List<String> names = new ArrayList<>(row.map(Assignment::column).stream().toList());
        if (column.isEmpty()) {
            measures.forEach(measure -> names.add(measure.column()));
        }
        scope.close(names, false);
        if (column.isPresent()) {
            scope.loosen();
        }
    }

    private Assignment assignment(Name name, Optional<Double> span) {
        Scalar value = scope.value(name.text());
        return new Assignment(name.text(), span.<Scalar>map(seconds -> new Scalar.Call("spl.bin", List.of(value, EvalLowering.literal(seconds)), Span.NONE)).orElse(value));
    }

    void lower(Command.Totals totals) {
        List<Assignment> columns = outer.expand(totals.names()).stream().map(name -> new Assignment(name, scope.value(name))).toList();
        if (columns.isEmpty() && scope.open()) {
            columns = scope.known().stream().map(name -> new Assignment(name, scope.value(name))).toList();
        }
        Optional<Assignment> label = totals.labelField().map(name -> new Assignment(name, EvalLowering.literal(totals.label())));
        stages.add(new Stage.Totals(columns, totals.total(), totals.bottom(), label));
        totals.total().ifPresent(scope::set);
        totals.labelField().ifPresent(scope::mayHave);
    }

    void lower(Command.Transpose transpose) {
        stages.add(new Stage.Transpose(transpose.rows(), transpose.column(), transpose.header().map(name -> new Assignment(name.text(), scope.value(name.text())))));
        scope.close(List.of(transpose.column()), false);
        scope.loosen();
    }

    void lower(Command.MvCombine combine) {
        stages.add(new Stage.Merge(combine.field().text(), scope.value(combine.field().text())));
        scope.mayHave(combine.field().text());
    }

    /** {@code accum} adds up; {@code delta} is the difference to a row before. */
    void lower(Command.Running running) {
        Scalar value = scope.value(running.field().text());
        String alias = running.alias().text();
        if (!running.difference()) {
            stages.add(new Stage.Accumulate(List.of(new Measure("spl.sum", Optional.of(value), List.of(), alias)), List.of(), true, 0, true));
        } else {
            Measure before = new Measure("spl.first", Optional.of(value), List.of(), alias);
            Measure count = new Measure("spl.count", Optional.empty(), List.of(), "\u0000count");
            stages.add(new Stage.Accumulate(List.of(before, count), List.of(), true, running.back(), false));
            Scalar enough = new Scalar.Compare(Scalar.Operator.EQUAL, EvalLowering.column("\u0000count"), EvalLowering.literal(running.back()), Scalar.Collation.NUMERIC_TEXT);
            Scalar difference = new Scalar.Call("spl.subtract", List.of(value, EvalLowering.column(alias)), Span.NONE);
            Scalar shown = new Scalar.Call("spl.if", List.of(enough, difference, new Scalar.Literal(Optional.empty())), Span.NONE);
            stages.add(new Stage.Extend(List.of(new Assignment(alias, shown))));
            stages.add(new Stage.Drop(List.of("\u0000count")));
        }
        scope.set(alias);
    }
}
