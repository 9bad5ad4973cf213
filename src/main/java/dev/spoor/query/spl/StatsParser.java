package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Aggregation;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.spl.Command.Stats;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code stats}, {@code eventstats} and {@code streamstats}.
 * <pre>
 * stats       = { option "=" value } aggregation { [","] aggregation } [ "BY" field { [","] field } ] { option "=" value }
 * aggregation = function [ "(" ( "eval" "(" expression ")" | field ) ")" ] [ "AS" name ]
 * </pre>
 */
final class StatsParser {
    private static final Set<String> OPTIONS = Set.of("partitions", "allnum", "delim", "dedup_splitvals", "window", "current", "global", "allow_skew", "reset_on_change",
            "time_window");
    private static final String BEFORE = "reset_before";
    private static final String AFTER = "reset_after";
    private static final String STOPS = ",()=\"[]|";
    private final SplScanner in;
    private final Arguments arguments;

    StatsParser(SplScanner in) {
        this.in = in;
        this.arguments = new Arguments(in);
    }

    Command parse(Stats.Kind kind) throws SplProblem {
        Map<String, String> options = new HashMap<>(arguments.options(OPTIONS));
        Map<String, EvalNode> resets = new HashMap<>();
        List<Aggregation> aggregations = new ArrayList<>();
        while (!in.atEnd() && !in.looksAtWord("by")) {
            if (!aggregations.isEmpty()) {
                in.accept(",");
            }
            resets(resets);
            arguments.option(OPTIONS, options);
            resets(resets);
            if (!in.atEnd() && !in.looksAtWord("by")) {
                aggregations.add(aggregation());
            }
        }
        if (aggregations.isEmpty()) {
            throw in.unexpected("a function such as count or values(field)");
        }
        List<Name> groups = new ArrayList<>();
        if (in.acceptWord("by")) {
            groups(groups, options);
        }
        boolean windowed = arguments.count(options, "window", 0) > 0 || options.containsKey("time_window");
        if (!groups.isEmpty() && windowed && arguments.flag(options, "global", true)) {
            return new Command.Missing("streamstats with by and a window over all groups (global=false gives each group its own)");
        }
        for (String option : List.of("allnum")) {
            if (options.containsKey(option) && !options.get(option).matches("(?i)f|false|0")) {
                throw SplProblem.unsupported(in.position(), "the option " + option + " of stats is not there");
            }
        }
        double seconds = options.containsKey("time_window") ? TimeSpan.seconds(options.get("time_window"), in.position()) : 0;
        if (seconds > 0 && kind != Stats.Kind.RUNNING) {
            throw SplProblem.semantic(in.position(), "only streamstats has a time_window");
        }
        boolean change = arguments.flag(options, "reset_on_change", false);
        if (kind != Stats.Kind.RUNNING && (change || !resets.isEmpty())) {
            throw SplProblem.semantic(in.position(), "only streamstats begins anew");
        }
        return new Stats(kind, aggregations, groups, arguments.count(options, "window", 0), arguments.flag(options, "current", true), Optional.ofNullable(resets.get(BEFORE)),
                Optional.ofNullable(resets.get(AFTER)), change, seconds);
    }

    /** {@code reset_before="(status=404)"}: a condition in quotes or parentheses. */
    private void resets(Map<String, EvalNode> into) throws SplProblem {
        for (boolean more = true; more;) {
            more = false;
            for (String name : List.of(BEFORE, AFTER)) {
                int begin = in.position();
                if (in.acceptWord(name) && in.accept("=")) {
                    into.put(name, reset());
                    more = true;
                } else {
                    in.moveTo(begin);
                }
            }
        }
    }

    private EvalNode reset() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        boolean bare = in.peek() == '(';
        if (!bare && in.peek() != '"') {
            throw in.unexpected("a condition in parentheses");
        }
        String text = bare ? "" : in.quoted();
        EvalParser parser = bare ? new EvalParser(in) : new EvalParser(new SplScanner(text, 0, text.length()));
        try {
            return parser.expression();
        } catch (SplProblem problem) {
            throw bare ? problem : SplProblem.syntax(begin, "in the condition: " + problem.getMessage());
        }
    }

    private void groups(List<Name> groups, Map<String, String> options) throws SplProblem {
        do {
            while (!groups.isEmpty() && in.accept(",")) {
                // More than one comma is let pass, as Splunk does.
                continue;
            }
            groups.add(arguments.name("a field name after by"));
            arguments.option(OPTIONS, options);
        } while (!in.atEnd());
    }

    /** The aggregation that stands here, with its name. */
    Aggregation aggregation() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        String function = in.bare(STOPS);
        if (function.isEmpty()) {
            throw in.unexpected("a function such as count or values(field)");
        }
        Optional<EvalNode> argument = Optional.empty();
        String written = function;
        if (in.peek() == '(') {
            in.advance();
            argument = argument();
            in.expect(")", "to close the function");
            written = in.text(begin, in.position());
        }
        Span span = new Span(begin, in.position());
        Optional<Name> alias = in.acceptWord("as") ? Optional.of(arguments.alias()) : Optional.empty();
        return new Aggregation(SplScanner.lower(function), argument, alias, written, span);
    }

    private Optional<EvalNode> argument() throws SplProblem {
        in.skipBlanks();
        if (in.peek() == ')') {
            return Optional.empty();
        }
        int begin = in.position();
        if (in.acceptWord("eval") && in.accept("(")) {
            EvalNode expression = new EvalParser(in).expression();
            in.expect(")", "to close eval");
            return Optional.of(expression);
        }
        in.moveTo(begin);
        Name name = arguments.name("a field name");
        return Optional.of(new EvalNode.Field(name.text(), name.span()));
    }
}
