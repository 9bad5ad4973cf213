package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.spl.Command.Pair;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns {@code tstats}, {@code datamodel} and lookups into conditions and stages. */
final class TableLowering {
    private final PipelineBuilder outer;
    private final Scope scope;
    private final List<Stage> stages;

    TableLowering(PipelineBuilder outer) {
        this.outer = outer;
        this.scope = outer.scope();
        this.stages = outer.stages();
    }

    void lower(Command.ModelStats stats) throws SplProblem {
        if (!outer.begun()) {
            statistics(outer, stats);
            return;
        }
        if (!stats.append()) {
            throw SplProblem.semantic(stats.model().map(name -> name.span().start()).orElse(0), "tstats must be the first command");
        }
        PipelineBuilder inner = new PipelineBuilder(scope.inner());
        statistics(inner, stats);
        stages.add(new Stage.Append(inner.build()));
        scope.join(inner.scope());
    }

    private static void statistics(PipelineBuilder builder, Command.ModelStats stats) throws SplProblem {
        Scope names = builder.scope();
        if (stats.model().isPresent()) {
            model(builder, stats.model().get(), false);
        }
        builder.search(without(stats.where()));
        if (stats.unfinished()) {
            if (stats.span().isPresent()) {
                builder.set(Scope.TIME, new Scalar.Call("spl.bin", List.of(names.value(Scope.TIME), EvalLowering.literal(stats.span().get())), Span.NONE));
            }
            return;
        }
        Stage.Aggregate aggregate = (Stage.Aggregate) new StatsLowering(names).lower(new Command.Stats(Command.Stats.Kind.GROUPS, stats.aggregations(), stats.groups(), 0, true));
        List<Assignment> groups = aggregate.groups().stream().map(group -> new Assignment(group.column(), grouped(group, stats))).toList();
        builder.stages().add(new Stage.Aggregate(aggregate.measures(), groups, false));
    }

    /** Times are rounded down; a missing value makes no row go. */
    private static Scalar grouped(Assignment group, Command.ModelStats stats) {
        if (group.column().equals(Scope.TIME)) {
            return stats.span().<Scalar>map(seconds -> new Scalar.Call("spl.bin", List.of(group.value(), EvalLowering.literal(seconds)), Span.NONE)).orElse(group.value());
        }
        return new Scalar.Call("spl.coalesce", List.of(group.value(), EvalLowering.literal(stats.filler().orElse(FieldAliases.UNKNOWN))), Span.NONE);
    }

    /** {@code nodename} names the data set that is asked for anyway. */
    private static SearchNode without(SearchNode node) {
        return switch (node) {
            case SearchNode.And and -> {
                List<SearchNode> terms = and.terms().stream().map(TableLowering::without).toList();
                yield new SearchNode.And(terms);
            }
            case SearchNode.Compare compare when compare.field().equals("nodename") -> new SearchNode.And(List.of());
            case SearchNode.Compare _, SearchNode.In _, SearchNode.Or _, SearchNode.Not _, SearchNode.Term _, SearchNode.Subsearch _ -> node;
        };
    }

    private static void model(PipelineBuilder builder, Name reference, boolean bare) throws SplProblem {
        Optional<DataModel> found = DataModels.standard().find(reference.text(), builder.scope().mentioned());
        if (found.isEmpty()) {
            String hint = Nearest.to(reference.text(), DataModels.standard().names()).map(name -> ", did you mean '" + name + "'?").orElse("");
            throw SplProblem.unsupported(reference.span().start(), "the data model " + reference.text() + " is not known" + hint);
        }
        DataModel model = found.get();
        builder.filter(model.events());
        builder.scope().in(model, bare);
        if (!model.condition().isEmpty()) {
            SearchNode condition = new SearchParser(new SplScanner(model.condition(), 0, model.condition().length())).search();
            builder.search(prefixed(condition, model.dataset() + "."));
        }
    }

    private static SearchNode prefixed(SearchNode node, String prefix) {
        return switch (node) {
            case SearchNode.Compare compare -> new SearchNode.Compare(prefix + compare.field(), compare.operator(), compare.value(), Span.NONE);
            case SearchNode.In in -> new SearchNode.In(prefix + in.field(), in.values(), Span.NONE);
            case SearchNode.And _, SearchNode.Or _, SearchNode.Not _, SearchNode.Term _, SearchNode.Subsearch _ -> node;
        };
    }

    void lower(Command.FromModel from) throws SplProblem {
        if (outer.begun()) {
            throw SplProblem.semantic(from.model().span().start(), "a data model must be the first command");
        }
        model(outer, from.model(), from.bare());
    }

    void lower(Command.Lookup lookup) {
        LookupTable table = table(lookup.table());
        List<Assignment> keys = new ArrayList<>();
        for (Pair key : lookup.keys()) {
            keys.add(new Assignment(key.from().text(), scope.value(key.to().text())));
        }
        List<Stage.Output> outputs = new ArrayList<>();
        for (Pair output : lookup.outputs()) {
            outputs.add(new Stage.Output(output.from().text(), output.to().text(), scope.value(output.to().text())));
        }
        if (lookup.outputs().isEmpty()) {
            List<String> inputs = keys.stream().map(Assignment::column).toList();
            table.columns().stream().filter(column -> !inputs.contains(column)).forEach(column -> outputs.add(new Stage.Output(column, column, scope.value(column))));
        }
        stages.add(new Stage.LookUp(table, keys, outputs, lookup.keep(), lookup.clear()));
        outputs.forEach(output -> scope.mayHave(output.to()));
    }

    private LookupTable table(Name name) {
        LookupTable table = scope.context().lookups().get(name.text());
        table = table == null ? scope.context().lookups().get(name.text().replaceFirst("\\.csv$", "")) : table;
        if (table == null) {
            scope.note("the lookup " + name.text() + " is not among those of the rule pack: nothing is found in it");
            return new LookupTable(new LookupTable.Definition(name.text(), Map.of(), true, 0, 1, Optional.empty(), Optional.empty()), List.of(), List.of());
        }
        table.definition().gap().ifPresent(scope::note);
        return table;
    }

    void lower(Command.InputLookup input) throws SplProblem {
        LookupTable table = table(input.table());
        if (input.strict() && table.columns().isEmpty()) {
            throw SplProblem.semantic(input.table().span().start(), "there is no lookup " + input.table().text() + " here, and inputlookup is strict");
        }
        Stage supply = new Stage.Supply(table, input.from(), input.most());
        PipelineBuilder builder = input.append() || outer.begun() ? new PipelineBuilder(scope.inner()) : outer;
        builder.filter(Expression.FALSE);
        builder.stages().add(supply);
        builder.scope().close(table.columns(), false);
        if (input.where().isPresent()) {
            builder.search(input.where().get());
        }
        if (builder != outer) {
            Pipeline pipeline = builder.build();
            stages.add(new Stage.Append(pipeline));
            scope.join(builder.scope());
        }
    }
}
