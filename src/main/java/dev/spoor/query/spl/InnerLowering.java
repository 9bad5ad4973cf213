package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns searches inside of a search into pipelines beside its own. */
final class InnerLowering {
    /** The column that {@code return $field} fills: a text to be found anywhere in an event. */
    static final String TEXT = "search";
    private final PipelineBuilder outer;
    private final Scope scope;
    private final List<Stage> stages;

    /** A pipeline and the names of its rows. */
    private record Inside(Pipeline pipeline, Scope scope) {}

    InnerLowering(PipelineBuilder outer) {
        this.outer = outer;
        this.scope = outer.scope();
        this.stages = outer.stages();
    }

    private Inside inside(Command.Inner inner, boolean allColumns) throws SplProblem {
        PipelineBuilder builder = new PipelineBuilder(scope.inner());
        builder.addAll(inner.commands());
        Pipeline pipeline = allColumns ? builder.rows() : builder.build();
        return new Inside(pipeline, builder.scope());
    }

    /** Whether a search holds another one. */
    static boolean holds(SearchNode node) {
        return switch (node) {
            case SearchNode.And and -> and.terms().stream().anyMatch(InnerLowering::holds);
            case SearchNode.Or or -> or.terms().stream().anyMatch(InnerLowering::holds);
            case SearchNode.Not not -> holds(not.term());
            case SearchNode.Subsearch _ -> true;
            case SearchNode.Compare _, SearchNode.In _, SearchNode.Term _ -> false;
        };
    }

    /** A search that holds others: what does not depend on them stays a condition on events. */
    void search(SearchNode node) throws SplProblem {
        List<SearchNode> terms = node instanceof SearchNode.And and ? and.terms() : List.of(node);
        List<SearchNode> dependent = new ArrayList<>();
        for (SearchNode term : terms) {
            if (holds(term)) {
                dependent.add(term);
            } else {
                outer.search(term);
            }
        }
        Map<SearchNode.Subsearch, String> columns = new LinkedHashMap<>();
        List<Stage.Membership> memberships = new ArrayList<>();
        for (SearchNode term : dependent) {
            collect(term, columns, memberships);
        }
        Scalar condition = new SearchLowering(scope, columns).row(new SearchNode.And(dependent));
        stages.add(new Stage.Restrict(condition, memberships));
    }

    private void collect(SearchNode node, Map<SearchNode.Subsearch, String> columns, List<Stage.Membership> memberships) throws SplProblem {
        switch (node) {
            case SearchNode.And and -> {
                for (SearchNode term : and.terms()) {
                    collect(term, columns, memberships);
                }
            }
            case SearchNode.Or or -> {
                for (SearchNode term : or.terms()) {
                    collect(term, columns, memberships);
                }
            }
            case SearchNode.Not not -> collect(not.term(), columns, memberships);
            case SearchNode.Subsearch subsearch -> {
                if (!columns.containsKey(subsearch)) {
                    columns.put(subsearch, "\u0000" + columns.size());
                    memberships.add(membership(columns.get(subsearch), subsearch));
                }
            }
            case SearchNode.Compare _, SearchNode.In _, SearchNode.Term _ -> {}
        }
    }

    private Stage.Membership membership(String column, SearchNode.Subsearch subsearch) throws SplProblem {
        Inside inside = inside(unformatted(subsearch.inner()), true);
        if (inside.scope().loose()) {
            throw SplProblem.unsupported(subsearch.span().start(), "the columns of this subsearch depend on the data; name them with fields or table");
        }
        List<Assignment> fields = inside.scope().known().stream().filter(name -> !name.startsWith("_"))
                .map(name -> new Assignment(name, scope.value(name.equals(TEXT) ? "_raw" : name))).toList();
        return new Stage.Membership(column, inside.pipeline(), fields);
    }

    private static Command.Inner unformatted(Command.Inner inner) {
        List<Command.Placed> commands = inner.commands();
        boolean formatted = commands.size() > 1 && commands.getLast().command() instanceof Command.Format;
        return formatted ? new Command.Inner(commands.subList(0, commands.size() - 1), inner.span()) : inner;
    }

    void lower(Command.Join join) throws SplProblem {
        Inside inside = inside(join.inner(), true);
        List<String> names = join.names().isEmpty() ? common(inside.scope()) : join.names().stream().map(Name::text).toList();
        if (names.isEmpty()) {
            throw SplProblem.unsupported(join.inner().span().start(), "join without fields needs fields that both sides are known to have");
        }
        List<Assignment> keys = names.stream().map(name -> new Assignment(name, scope.value(name))).toList();
        stages.add(new Stage.Join(inside.pipeline(), keys, join.outer(), join.most(), join.overwrite()));
        scope.join(inside.scope());
    }

    private List<String> common(Scope other) {
        return scope.open() ? List.of() : scope.known().stream().filter(other.known()::contains).toList();
    }

    void lower(Command.Append append) throws SplProblem {
        Inside inside = inside(append.inner(), false);
        stages.add(new Stage.Append(inside.pipeline()));
        scope.join(inside.scope());
    }

    void lower(Command.Union union) throws SplProblem {
        List<Inside> insides = new ArrayList<>();
        for (Command.Inner inner : union.inners()) {
            insides.add(inside(inner, false));
        }
        if (!outer.begun()) {
            outer.filter(Expression.FALSE);
            if (insides.stream().noneMatch(inside -> inside.scope().open())) {
                scope.close(List.of(), true);
            }
        }
        for (Inside inside : insides) {
            stages.add(new Stage.Append(inside.pipeline()));
            scope.join(inside.scope());
        }
    }

    void lower(Command.AppendPipe append) throws SplProblem {
        PipelineBuilder builder = new PipelineBuilder(scope.copy());
        builder.addAll(append.inner().commands());
        Pipeline derived = builder.build();
        List<Stage> all = new ArrayList<>();
        boolean conditions = !derived.filter().equals(Expression.TRUE) && derived.stages().stream().allMatch(stage -> stage.besides().isEmpty());
        if (conditions) {
            all.add(new Stage.Where(new Scalar.Condition(derived.filter())));
        }
        all.addAll(derived.stages());
        stages.add(new Stage.Derive(all));
        scope.join(builder.scope());
    }

    void lower(Command.AppendCols append) throws SplProblem {
        Inside inside = inside(append.inner(), true);
        stages.add(new Stage.Beside(inside.pipeline(), append.overwrite()));
        scope.join(inside.scope());
    }

    /** The search of {@code map} is made for each row; what it asks of events at most is known from its text with anything in the places of the fields. */
    void lower(Command.MapSearch map) throws SplProblem {
        FieldTokens tokens = new FieldTokens(map.text());
        Scope names = scope.inner();
        PipelineBuilder widest = builder(tokens.filled(_ -> "*"), names, map.span());
        Pipeline pipeline = widest.build();
        stages.add(new Stage.ForEachRow(row -> made(tokens.filled(name -> FieldTokens.text(row.get(name))), map.span()), map.most() == 0 ? Long.MAX_VALUE : map.most(), pipeline));
        scope.close(names.open() ? List.copyOf(names.mentioned()) : names.known(), true);
        if (names.open()) {
            scope.loosen();
        }
    }

    private Pipeline made(String text, Span span) {
        try {
            return builder(text, scope.inner(), span).rows();
        } catch (SplProblem problem) {
            throw new IllegalArgumentException(problem.getMessage());
        }
    }

    private static PipelineBuilder builder(String text, Scope names, Span span) throws SplProblem {
        try {
            PipelineBuilder builder = new PipelineBuilder(names);
            builder.addAll(PipeReader.inner(text, 0, text.length()));
            return builder;
        } catch (SplProblem problem) {
            throw problem.moved(span.start());
        }
    }

    void lower(Command.ForEach each) throws SplProblem {
        if (scope.loose()) {
            scope.note("foreach goes over the fields that are known before the search runs");
        }
        for (Name name : each.names()) {
            List<String> fields = name.pattern() ? scope.matching(name.text()) : List.of(name.text());
            for (String field : fields) {
                String text = FieldTokens.template(each.template(), name.text(), field);
                try {
                    outer.addAll(PipeReader.inner(text, 0, text.length()));
                } catch (SplProblem problem) {
                    throw problem.moved(each.span().start());
                }
            }
        }
    }

    void lower(Command.Return returned) {
        stages.add(new Stage.Limit(returned.count()));
        Map<String, List<Scalar>> columns = new LinkedHashMap<>();
        for (Command.ReturnedField field : returned.fields()) {
            Scalar value = scope.value(field.field().text());
            Scalar anywhere = new Scalar.Call("spl.concat", List.of(EvalLowering.literal("*"), new Scalar.Call("spl.concat", List.of(value, EvalLowering.literal("*")), Span.NONE)),
                    Span.NONE);
            columns.computeIfAbsent(field.bare() ? TEXT : field.alias(), _ -> new ArrayList<>()).add(field.bare() ? anywhere : value);
        }
        stages.add(new Stage.Keep(columns.entrySet().stream().map(column -> new Stage.Column(column.getKey(), joined(column.getValue()), false)).collect(Collectors.toList())));
        scope.close(List.copyOf(columns.keySet()), false);
    }

    private static Scalar joined(List<Scalar> values) {
        return values.size() == 1 ? values.getFirst() : new Scalar.Call("spl.mvappend", values, Span.NONE);
    }
}
