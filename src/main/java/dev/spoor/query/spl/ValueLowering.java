package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns commands that change values or take fields out of texts into stages. */
final class ValueLowering {
    private static final List<String> PLACES = List.of("City", "Country", "Region", "lat", "lon");
    private final PipelineBuilder outer;
    private final Scope scope;
    private final List<Stage> stages;

    ValueLowering(PipelineBuilder outer) {
        this.outer = outer;
        this.scope = outer.scope();
        this.stages = outer.stages();
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }

    void lower(Command.MakeMv make) throws SplProblem {
        Scalar value = scope.value(make.field().text());
        if (make.tokenizer().isPresent()) {
            EvalLowering.regex(make.tokenizer().get(), make.span());
            outer.set(make.field().text(), call("spl.tokens", value, EvalLowering.literal(make.tokenizer().get())));
        } else {
            outer.set(make.field().text(), call(make.empties() ? "spl.split_all" : "spl.split_some", value, EvalLowering.literal(make.delimiter())));
        }
    }

    void lower(Command.NoMv nomv) {
        outer.set(nomv.field().text(), call("spl.mvjoin", scope.value(nomv.field().text()), EvalLowering.literal("\n")));
    }

    void lower(Command.FillDown fill) {
        List<String> names = fill.names().isEmpty() && scope.open() ? scope.known() : outer.expand(fill.names());
        stages.add(new Stage.FillDown(names.stream().map(name -> new Assignment(name, scope.value(name))).toList()));
        names.forEach(scope::mayHave);
    }

    void lower(Command.Replace replace) {
        List<String> names = replace.names().isEmpty() ? scope.known() : outer.expand(replace.names());
        List<Assignment> assignments = new ArrayList<>();
        for (String name : names) {
            Scalar value = scope.value(name);
            for (Command.Exchange exchange : replace.exchanges()) {
                value = call("spl.star_replace", value, EvalLowering.literal(regex(exchange.from())), EvalLowering.literal(exchange.to()));
            }
            assignments.add(new Assignment(name, value));
        }
        stages.add(new Stage.Extend(assignments));
        names.forEach(scope::mayHave);
    }

    /** A pattern with stars as a regular expression; the case of letters counts not, each star is a group. */
    private static String regex(String pattern) {
        StringBuilder out = new StringBuilder("(?is)");
        for (String part : pattern.split("((?<=\\*)|(?=\\*))")) {
            out.append(part.equals("*") ? "(.*)" : Pattern.quote(part));
        }
        return out.toString();
    }

    /** With a path one field is taken out, else all that there are. Fields of a JSON document are fields of its event anyway. */
    void lower(Command.Spath spath) {
        boolean document = spath.input().text().equals("_raw");
        if (spath.path().isPresent()) {
            String output = spath.output().map(Command.Name::text).orElse(spath.path().get());
            Scalar found = call("spl.spath", scope.value(spath.input().text()), EvalLowering.literal(spath.path().get()));
            outer.set(output, document ? call("spl.coalesce", scope.value(spath.path().get()), found) : found);
        } else if (!document || !scope.open()) {
            stages.add(new Stage.Unfold(scope.value(spath.input().text()), new Stage.Json(), ""));
            loosen();
        }
    }

    void lower(Command.Unfold unfold) {
        stages.add(new Stage.Unfold(scope.value(unfold.input().text()), unfold.notation(), unfold.prefix()));
        loosen();
    }

    /** Any name that the search mentions may be a column from here on. */
    private void loosen() {
        scope.loosen();
        if (!scope.open()) {
            scope.mentioned().forEach(scope::mayHave);
        }
    }

    void lower(Command.IpLocation location) {
        scope.note("iplocation needs a database of places, which is not there: the place of a public address is '" + FieldAliases.UNKNOWN + "'");
        Scalar place = call("spl.location", scope.value(location.field().text()));
        List<Assignment> places = PLACES.stream().map(name -> new Assignment(location.prefix() + name, place)).toList();
        stages.add(new Stage.Extend(places));
        places.forEach(one -> scope.set(one.column()));
    }

    void lower(Command.StrCat strcat) throws SplProblem {
        Scalar joined = EvalLowering.literal("");
        for (EvalNode part : strcat.parts()) {
            Scalar value = new EvalLowering(scope).lower(part);
            joined = call("spl.concat", joined, strcat.all() ? value : call("spl.coalesce", value, EvalLowering.literal("")));
        }
        outer.set(strcat.field().text(), joined);
    }

    void lower(Command.RangeMap ranges) {
        Scalar value = scope.value(ranges.field().text());
        List<Scalar> cases = new ArrayList<>();
        for (Command.Range range : ranges.ranges()) {
            cases.add(new Scalar.AllOf(List.of(compare(Scalar.Operator.GREATER_OR_EQUAL, value, range.low()), compare(Scalar.Operator.LESS_OR_EQUAL, value, range.high()))));
            cases.add(EvalLowering.literal(range.name()));
        }
        outer.set("range", call("spl.coalesce", new Scalar.Call("spl.case", cases, Span.NONE), EvalLowering.literal(ranges.otherwise())));
    }

    private static Scalar compare(Scalar.Operator operator, Scalar value, double bound) {
        return new Scalar.Compare(operator, value, new Scalar.Literal(Optional.of(bound)), Scalar.Collation.NUMERIC_TEXT);
    }
}
