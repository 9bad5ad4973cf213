package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Aggregation;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.spl.Command.Stats;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code stats} and its kin into stages. */
final class StatsLowering {
    private static final String PER = "is not there: divide sum by the span";
    private static final Pattern PERCENTILE = Pattern.compile("(?:p|perc|exactperc|upperperc)([0-9]{1,2}(?:\\.[0-9]{1,6})?|100)");
    private static final Map<String, String> SAME = Map.of("c", "count", "dc", "distinct_count", "estdc", "distinct_count", "mean", "avg");
    private static final Set<String> KNOWN = Set.of("count", "distinct_count", "min", "max", "sum", "sumsq", "avg", "values", "list", "first", "last", "earliest",
            "latest", "range", "stdev", "stdevp", "var", "varp", "median", "mode", "earliest_time", "latest_time");
    private static final Map<String, String> MISSING =
            Map.of("rate", "is not there: range(_time) and latest and earliest tell the same", "rate_avg", "is one of metrics", "rate_sum",
                    "is one of metrics", "sparkline", "draws a picture", "per_day", PER, "per_hour", PER, "per_minute", PER, "per_second", PER);
    private final Scope scope;

    /** The names of the functions that are there. */
    static Set<String> functions() {
        return KNOWN;
    }

    StatsLowering(Scope scope) {
        this.scope = scope;
    }

    Stage lower(Stats stats) throws SplProblem {
        List<Assignment> groups = new ArrayList<>();
        for (Name name : stats.groups()) {
            for (String each : name.pattern() ? scope.matching(name.text()) : List.of(name.text())) {
                groups.add(new Assignment(each, scope.value(each)));
            }
        }
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures(stats.aggregations()).forEach(measure -> measures.put(measure.column(), measure));
        groups.forEach(group -> measures.remove(group.column()));
        List<Measure> list = List.copyOf(measures.values());
        if (stats.kind() != Stats.Kind.GROUPS) {
            list.forEach(measure -> scope.set(measure.column()));
            return new Stage.Accumulate(list, groups, stats.kind() == Stats.Kind.RUNNING, stats.window(), stats.current(), stats.seconds());
        }
        List<String> columns = new ArrayList<>(groups.stream().map(Assignment::column).toList());
        columns.addAll(measures.keySet());
        scope.close(columns, false);
        return new Stage.Aggregate(list, groups, false);
    }

    /** The measures of aggregations; of equal names the last counts. */
    List<Measure> measures(List<Aggregation> aggregations) throws SplProblem {
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Aggregation aggregation : aggregations) {
            measures(aggregation).forEach(measure -> measures.put(measure.column(), measure));
        }
        return List.copyOf(measures.values());
    }

    private List<Measure> measures(Aggregation aggregation) throws SplProblem {
        Matcher percentile = PERCENTILE.matcher(aggregation.function());
        boolean percent = percentile.matches();
        String function = percent ? "percentile" : SAME.getOrDefault(aggregation.function(), aggregation.function());
        List<Double> parameters = percent ? List.of(Double.valueOf(percentile.group(1))) : List.of();
        check(function, percent, aggregation);
        List<Measure> measures = new ArrayList<>();
        if (aggregation.argument().orElse(null) instanceof EvalNode.Field field && field.name().indexOf('*') >= 0) {
            for (String name : scope.matching(field.name())) {
                String column = aggregation.alias().map(alias -> Stars.rename(field.name(), alias.text(), name)).orElse(aggregation.function() + "(" + name + ")");
                measures.add(new Measure("spl." + function, Optional.of(scope.value(name)), parameters, column));
            }
            return measures;
        }
        String column = aggregation.alias().map(Name::text).orElse(aggregation.written());
        Optional<Scalar> argument = Optional.empty();
        if (aggregation.argument().isPresent()) {
            argument = Optional.of(argument(aggregation.argument().get()));
        }
        measures.add(new Measure("spl." + function, argument, parameters, column));
        return measures;
    }

    private static void check(String function, boolean percentile, Aggregation aggregation) throws SplProblem {
        int at = aggregation.span().start();
        if (MISSING.containsKey(function)) {
            throw SplProblem.unsupported(at, "the function " + function + " of stats " + MISSING.get(function));
        }
        if (!percentile && !KNOWN.contains(function)) {
            String hint = Nearest.to(function, KNOWN).map(name -> ", did you mean '" + name + "'?").orElse("");
            throw SplProblem.semantic(at, "unknown function '" + aggregation.function() + "' of stats" + hint);
        }
        if (aggregation.argument().isEmpty() && !function.equals("count")) {
            throw SplProblem.semantic(at, "the function " + aggregation.function() + " needs a field, as in " + aggregation.function() + "(field)");
        }
    }

    /** A condition counts where it is true; of anything else its value counts. */
    private Scalar argument(EvalNode node) throws SplProblem {
        Scalar value = new EvalLowering(scope).lower(node);
        if (!EvalLowering.logical(node)) {
            return value;
        }
        return new Scalar.Call("spl.if", List.of(value, EvalLowering.literal(1L), new Scalar.Literal(Optional.empty())), Span.NONE);
    }
}
