package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Renaming;
import dev.spoor.query.pipeline.SortKey;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Turns commands, one after the other, into a condition on events and stages. Not thread-safe. */
final class PipelineBuilder {
    private final Scope scope;
    private final List<Expression> filter = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    PipelineBuilder(Scope scope) {
        this.scope = scope;
    }

    /** What the commands so far come to. Rows that still show their event's fields get them as columns. */
    Pipeline build() {
        if (scope.open() && !stages.stream().allMatch(Stage::onlyFilters)) {
            List<Stage.Column> columns = new ArrayList<>();
            scope.known().forEach(name -> columns.add(new Stage.Column(name, scope.value(name), true)));
            stages.add(new Stage.Keep(columns));
        }
        Expression condition = filter.isEmpty() ? Expression.TRUE : filter.size() == 1 ? filter.getFirst() : new Expression.And(filter);
        return new Pipeline(condition, stages);
    }

    void add(Command command) throws SplProblem {
        switch (command) {
            case Command.Search search -> search(search.condition());
            case Command.Where where -> where(new EvalLowering(scope).lower(where.condition()));
            case Command.Eval eval -> eval(eval);
            case Command.Stats stats -> stages.add(new StatsLowering(scope).lower(stats));
            case Command.Table table -> keep(table.columns(), false);
            case Command.Fields fields -> fields(fields);
            case Command.Rename rename -> rename(rename);
            case Command.Sort sort -> stages.add(new Stage.Sort(keys(sort.keys()), sort.limit()));
            case Command.Head head -> head(head);
            case Command.Tail tail -> stages.add(new Stage.Last(tail.count()));
            case Command.Reverse _ -> stages.add(new Stage.Reverse());
            case Command.Dedup dedup -> dedup(dedup);
            case Command.FillNull fillNull -> fillNull(fillNull);
            case Command.Rex rex -> new RexLowering(scope, stages).rex(rex);
            case Command.Regex regex -> new RexLowering(scope, stages).regex(regex, this::where);
            case Command.MakeResults make -> make(make);
            case Command.Convert convert -> stages.add(new ConvertLowering(scope).lower(convert));
            case Command.MvExpand expand -> {
                stages.add(new Stage.Expand(expand.field().text(), scope.value(expand.field().text()), expand.limit()));
                scope.mayHave(expand.field().text());
            }
            case Command.MakeMv make -> set(make.field().text(), call("spl.split", scope.value(make.field().text()), EvalLowering.literal(make.delimiter())));
            case Command.Frequent frequent -> new FrequentLowering(scope, stages).lower(frequent);
            case Command.Bin bin -> set(bin.alias().orElse(bin.field()).text(), call("spl.bin", scope.value(bin.field().text()), EvalLowering.literal(bin.span())));
            case Command.Missing missing -> throw SplProblem.unsupported(0, "the command " + missing.name() + " is not there yet");
        }
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }

    private void search(SearchNode node) throws SplProblem {
        SearchLowering lowering = new SearchLowering(scope);
        if (stages.isEmpty() && lowering.ofEvent(node)) {
            Expression condition = lowering.event(node);
            if (!condition.equals(Expression.TRUE)) {
                filter.add(condition);
            }
        } else {
            stages.add(new Stage.Where(lowering.row(node)));
        }
    }

    /** Keeps rows; as long as nothing but conditions came before, on the events themselves. */
    private void where(Scalar condition) {
        if (stages.isEmpty()) {
            filter.add(condition instanceof Scalar.Condition event ? event.expression() : new Expression.Holds(condition));
        } else {
            stages.add(new Stage.Where(condition));
        }
    }

    private void eval(Command.Eval eval) throws SplProblem {
        List<Assignment> assignments = new ArrayList<>();
        for (Command.Setting setting : eval.settings()) {
            assignments.add(new Assignment(setting.name().text(), new EvalLowering(scope).lower(setting.value())));
            scope.set(setting.name().text());
        }
        stages.add(new Stage.Extend(assignments));
    }

    private void set(String column, Scalar value) {
        stages.add(new Stage.Extend(List.of(new Assignment(column, value))));
        scope.set(column);
    }

    private List<String> expand(List<Name> names) {
        List<String> all = new ArrayList<>();
        for (Name name : names) {
            for (String each : name.pattern() ? scope.matching(name.text()) : List.of(name.text())) {
                if (!all.contains(each)) {
                    all.add(each);
                }
            }
        }
        return all;
    }

    private void keep(List<Name> names, boolean fields) {
        List<String> exact = names.stream().filter(name -> !name.pattern()).map(Name::text).toList();
        List<Stage.Column> columns = new ArrayList<>();
        expand(names).forEach(name -> columns.add(new Stage.Column(name, scope.value(name), (fields || !exact.contains(name)) && scope.open())));
        scope.close(columns.stream().map(Stage.Column::name).toList(), fields);
        stages.add(new Stage.Keep(columns));
    }

    private void fields(Command.Fields fields) {
        if (!fields.remove()) {
            keep(fields.names(), true);
            return;
        }
        List<String> names = expand(fields.names());
        names.forEach(scope::drop);
        stages.add(new Stage.Drop(names));
    }

    private void rename(Command.Rename rename) throws SplProblem {
        List<Renaming> renamings = new ArrayList<>();
        for (Command.Pair pair : rename.pairs()) {
            if (pair.from().pattern() && pair.to().text().chars().filter(c -> c == '*').count() > pair.from().text().chars().filter(c -> c == '*').count()) {
                throw SplProblem.semantic(pair.to().span().start(), "the new name has more * than the old one");
            }
            for (String from : pair.from().pattern() ? scope.matching(pair.from().text()) : List.of(pair.from().text())) {
                String to = pair.from().pattern() ? Stars.rename(pair.from().text(), pair.to().text(), from) : pair.to().text();
                if (!from.equals(to)) {
                    renamings.add(new Renaming(from, scope.value(from), to));
                    scope.rename(from, to);
                }
            }
        }
        stages.add(new Stage.Rename(renamings));
    }

    private List<SortKey> keys(List<Command.Key> keys) {
        return keys.stream().map(key -> new SortKey(scope.value(key.name().text()), key.descending(), switch (key.type()) {
            case "num" -> SortKey.Order.NUMBER;
            case "str" -> SortKey.Order.TEXT;
            case "ip" -> SortKey.Order.IP;
            default -> SortKey.Order.AUTO;
        }, false)).toList();
    }

    private void head(Command.Head head) throws SplProblem {
        if (head.condition().isPresent()) {
            throw SplProblem.unsupported(head.condition().get().span().start(), "head with a condition is not there yet");
        }
        stages.add(new Stage.Limit(head.count()));
    }

    private void dedup(Command.Dedup dedup) {
        List<Scalar> keys = dedup.names().stream().map(name -> scope.value(name.text())).toList();
        stages.add(new Stage.Deduplicate(keys, dedup.count(), dedup.keepEmpty(), dedup.consecutive()));
        if (!dedup.sort().isEmpty()) {
            stages.add(new Stage.Sort(keys(dedup.sort()), OptionalLong.empty()));
        }
    }

    private void fillNull(Command.FillNull fillNull) {
        List<String> names = fillNull.names().isEmpty() ? scope.known() : expand(fillNull.names());
        List<Assignment> columns = names.stream().map(name -> new Assignment(name, scope.value(name))).toList();
        names.forEach(scope::set);
        stages.add(new Stage.FillNull(columns, fillNull.value().matches("-?[0-9]{1,18}") ? Long.valueOf(fillNull.value()) : fillNull.value()));
    }

    private void make(Command.MakeResults make) throws SplProblem {
        if (!stages.isEmpty() || !filter.isEmpty()) {
            throw SplProblem.semantic(0, "makeresults must be the first command");
        }
        filter.add(Expression.FALSE);
        scope.close(List.of(Scope.TIME), false);
        stages.add(new Stage.Generate(make.count(), List.of(new Assignment(Scope.TIME, EvalLowering.literal(scope.context().now().getEpochSecond())))));
    }
}
