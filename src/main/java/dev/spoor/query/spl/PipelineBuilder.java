package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Renaming;
import dev.spoor.query.pipeline.SortKey;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Turns commands, one after the other, into a condition on events and stages. Not thread-safe. */
final class PipelineBuilder {
    private static final String COUNTED = "\u0000count";
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
        List<Expression> all = new ArrayList<>(List.of(condition));
        stages.stream().flatMap(stage -> stage.besides().stream()).map(Pipeline::filter).forEach(all::add);
        if (all.size() == 1) {
            return new Pipeline(condition, stages);
        }
        List<Stage> behind = new ArrayList<>(List.of(new Stage.Where(new Scalar.Condition(condition))));
        behind.addAll(stages);
        List<Expression> any = all.stream().filter(one -> !one.equals(Expression.FALSE)).distinct().toList();
        return new Pipeline(any.contains(Expression.TRUE) ? Expression.TRUE : any.isEmpty() ? Expression.FALSE : any.size() == 1 ? any.getFirst() : new Expression.Or(any), behind);
    }

    /** What the commands come to where their rows are put beside others, so that all columns count. */
    Pipeline rows() {
        if (scope.open()) {
            Set<String> names = new TreeSet<>(scope.known());
            names.addAll(scope.mentioned());
            stages.add(new Stage.Keep(names.stream().map(name -> new Stage.Column(name, scope.value(name), true)).toList()));
            scope.close(List.copyOf(names), true);
        }
        return build();
    }

    Scope scope() {
        return scope;
    }

    List<Stage> stages() {
        return stages;
    }

    /** Whether a command came before. */
    boolean begun() {
        return !stages.isEmpty() || !filter.isEmpty();
    }

    /** Adds a condition on events, before any stage. */
    void filter(Expression condition) {
        filter.add(condition);
    }

    /** Adds commands one after the other. */
    void addAll(List<Command.Placed> commands) throws SplProblem {
        for (Command.Placed placed : commands) {
            try {
                add(placed.command());
            } catch (SplProblem problem) {
                throw problem.offset() == 0 ? problem.moved(placed.offset()) : problem;
            }
        }
    }

    void add(Command command) throws SplProblem {
        switch (command) {
            case Command.Search search -> search(search.condition());
            case Command.Where where -> where(new EvalLowering(scope).lower(where.condition()));
            case Command.Eval eval -> eval(eval);
            case Command.Stats stats -> new RestartLowering(scope, stages).lower(stats);
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
            case Command.MakeTable make -> make(make);
            case Command.Convert convert -> stages.add(new ConvertLowering(scope).lower(convert));
            case Command.MvExpand expand -> {
                stages.add(new Stage.Expand(expand.field().text(), scope.value(expand.field().text()), expand.limit()));
                scope.mayHave(expand.field().text());
            }
            case Command.MakeMv make -> new ValueLowering(this).lower(make);
            case Command.Frequent frequent -> new FrequentLowering(scope, stages).lower(frequent);
            case Command.Bin bin -> new BinLowering(this).lower(bin);
            case Command.ModelStats stats -> new TableLowering(this).lower(stats);
            case Command.FromModel from -> new TableLowering(this).lower(from);
            case Command.Lookup lookup -> new TableLowering(this).lower(lookup);
            case Command.InputLookup input -> new TableLowering(this).lower(input);
            case Command.OutputLookup output -> scope.note("outputlookup changes no table here: " + output.table().text());
            case Command.Join join -> new InnerLowering(this).lower(join);
            case Command.Append append -> new InnerLowering(this).lower(append);
            case Command.AppendPipe append -> new InnerLowering(this).lower(append);
            case Command.AppendCols append -> new InnerLowering(this).lower(append);
            case Command.Union union -> new InnerLowering(this).lower(union);
            case Command.MapSearch map -> new InnerLowering(this).lower(map);
            case Command.ForEach each -> new InnerLowering(this).lower(each);
            case Command.Return returned -> new InnerLowering(this).lower(returned);
            case Command.Transaction transaction -> new ShapeLowering(this).lower(transaction);
            case Command.Chart chart -> new ShapeLowering(this).lower(chart);
            case Command.Totals totals -> new ShapeLowering(this).lower(totals);
            case Command.Transpose transpose -> new ShapeLowering(this).lower(transpose);
            case Command.MvCombine combine -> new ShapeLowering(this).lower(combine);
            case Command.Running running -> new ShapeLowering(this).lower(running);
            case Command.NoMv nomv -> new ValueLowering(this).lower(nomv);
            case Command.FillDown fill -> new ValueLowering(this).lower(fill);
            case Command.Replace replace -> new ValueLowering(this).lower(replace);
            case Command.Spath spath -> new ValueLowering(this).lower(spath);
            case Command.Unfold unfold -> new ValueLowering(this).lower(unfold);
            case Command.IpLocation location -> new ValueLowering(this).lower(location);
            case Command.StrCat strcat -> new ValueLowering(this).lower(strcat);
            case Command.RangeMap ranges -> new ValueLowering(this).lower(ranges);
            case Command.Format _ -> throw SplProblem.unsupported(0, "format can only stand at the end of a subsearch");
            case Command.Pass _ -> {}
            case Command.Elsewhere elsewhere -> throw SplProblem.unsupported(0, "the command " + elsewhere.name() + " " + elsewhere.reason());
            case Command.Missing missing -> throw SplProblem.unsupported(0, "the command " + missing.name() + " is not there yet");
        }
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }

    /** Keeps events or rows by a search. */
    void search(SearchNode node) throws SplProblem {
        if (InnerLowering.holds(node)) {
            new InnerLowering(this).search(node);
            return;
        }
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

    /** Computes a column. */
    void set(String column, Scalar value) {
        stages.add(new Stage.Extend(List.of(new Assignment(column, value))));
        scope.set(column);
    }

    /** Names with their patterns filled in. */
    List<String> expand(List<Name> names) {
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
            stages.add(new Stage.While(new EvalLowering(scope).lower(head.condition().get()), head.unknown(), head.keepLast(), head.count()));
        } else {
            stages.add(new Stage.Limit(head.count()));
        }
    }

    /** Repeats go; or, with {@code keepevents}, only what makes them repeats does. */
    private void dedup(Command.Dedup dedup) throws SplProblem {
        List<Scalar> keys = dedup.names().stream().map(name -> scope.value(name.text())).toList();
        if (dedup.keepEvents()) {
            if (dedup.consecutive() || !dedup.sort().isEmpty()) {
                throw SplProblem.unsupported(0, "dedup with keepevents and consecutive or sortby is not there");
            }
            List<Assignment> groups = dedup.names().stream().map(name -> new Assignment(name.text(), scope.value(name.text()))).toList();
            Measure seen = new Measure("spl.count", Optional.empty(), List.of(), COUNTED);
            stages.add(new Stage.Accumulate(List.of(seen), groups, true, 0, true));
            Scalar repeat = new Scalar.Compare(Scalar.Operator.GREATER, EvalLowering.column(COUNTED), EvalLowering.literal(dedup.count()), Scalar.Collation.NUMERIC_TEXT);
            stages.add(new Stage.Extend(groups.stream().map(group -> new Assignment(group.column(), call("spl.if", repeat, new Scalar.Literal(Optional.empty()), group.value())))
                    .toList()));
            stages.add(new Stage.Drop(List.of(COUNTED)));
            groups.forEach(group -> scope.set(group.column()));
            return;
        }
        stages.add(new Stage.Deduplicate(keys, dedup.count(), dedup.keepEmpty(), dedup.consecutive()));
        if (!dedup.sort().isEmpty()) {
            stages.add(new Stage.Sort(keys(dedup.sort()), OptionalLong.empty()));
        }
    }

    private void fillNull(Command.FillNull fillNull) {
        boolean all = fillNull.names().isEmpty() && scope.loose();
        List<String> names = all ? List.of() : fillNull.names().isEmpty() ? scope.known() : expand(fillNull.names());
        List<Assignment> columns = names.stream().map(name -> new Assignment(name, scope.value(name))).toList();
        names.forEach(scope::set);
        stages.add(new Stage.FillNull(columns, fillNull.value().matches("-?[0-9]{1,18}") ? Long.valueOf(fillNull.value()) : fillNull.value()));
    }

    private void begin() throws SplProblem {
        if (!stages.isEmpty() || !filter.isEmpty()) {
            throw SplProblem.semantic(0, "makeresults must be the first command");
        }
        filter.add(Expression.FALSE);
    }

    private void make(Command.MakeTable make) throws SplProblem {
        begin();
        scope.close(make.table().columns(), false);
        stages.add(new Stage.Supply(make.table(), 0, Long.MAX_VALUE));
    }

    private void make(Command.MakeResults make) throws SplProblem {
        begin();
        scope.close(List.of(Scope.TIME), false);
        stages.add(new Stage.Generate(make.count(), List.of(new Assignment(Scope.TIME, EvalLowering.literal(scope.context().now().getEpochSecond())))));
    }
}
