package dev.spoor.query.spl;

import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Aggregation;
import dev.spoor.query.spl.Command.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the commands that give rows another shape: {@code chart}, {@code transaction}, {@code transpose}, totals. */
final class ShapeCommands {
    private static final Set<String> CHART = Set.of("limit", "agg", "cont", "useother", "usenull", "otherstr", "nullstr", "sep", "format", "span", "bins", "partial", "fixedrange",
            "aligntime", "minspan", "start", "end");
    private static final Set<String> TRANSACTION = Set.of("maxspan", "maxpause", "maxevents", "connected", "keepevicted", "keeporphans", "mvlist", "unifyends", "delim", "nullstr",
            "mvraw", "maxopentxn", "maxopenevents", "name");
    private final SplScanner in;
    private final Arguments arguments;

    ShapeCommands(SplScanner in, Arguments arguments) {
        this.in = in;
        this.arguments = arguments;
    }

    /** The command of a name, if it is one of these. */
    Optional<Command> read(String name) throws SplProblem {
        return Optional.ofNullable(switch (name) {
            case "chart", "sichart" -> chart(false);
            case "timechart", "sitimechart" -> chart(true);
            case "transaction", "searchtxn" -> transaction();
            case "transpose" -> transpose();
            case "addtotals" -> totals(false);
            case "addcoltotals" -> totals(true);
            default -> null;
        });
    }

    private Command chart(boolean time) throws SplProblem {
        Map<String, String> options = new HashMap<>(arguments.options(CHART));
        List<Aggregation> aggregations = new ArrayList<>();
        StatsParser stats = new StatsParser(in);
        while (!in.atEnd() && !in.looksAtWord("by") && !in.looksAtWord("over")) {
            if (!in.accept(",")) {
                aggregations.add(stats.aggregation());
            }
            arguments.option(CHART, options);
        }
        if (aggregations.isEmpty()) {
            throw in.unexpected("a function such as count or values(field)");
        }
        Map<String, String> rowOptions = new HashMap<>();
        Map<String, String> columnOptions = new HashMap<>();
        Optional<Name> row = Optional.empty();
        Optional<Name> column = Optional.empty();
        if (in.acceptWord("over")) {
            row = Optional.of(arguments.name("a field name after over"));
            arguments.option(CHART, rowOptions);
        }
        if (in.acceptWord("by")) {
            Name first = arguments.name("a field name after by");
            arguments.option(CHART, time || row.isPresent() ? columnOptions : rowOptions);
            in.accept(",");
            boolean second = !time && row.isEmpty();
            column = second ? column : Optional.of(first);
            row = second ? Optional.of(first) : row;
            if (second && !in.atEnd()) {
                column = Optional.of(arguments.name("a field name after by"));
                arguments.option(CHART, columnOptions);
            }
        }
        options.putAll(columnOptions);
        if (in.acceptWord("where") && !heaviest(options)) {
            return new Command.Missing("chart with where, but for sum in top<n> or bottom<n>,");
        }
        if (time && !arguments.flag(options, "partial", true)) {
            return new Command.Missing("timechart with partial=f");
        }
        return chart(time, aggregations, row, column, options, rowOptions, columnOptions);
    }

    /** {@code where sum in top5} says the same as {@code limit=top5}. */
    private boolean heaviest(Map<String, String> options) throws SplProblem {
        if (!in.acceptWord("sum") || !in.acceptWord("in")) {
            return false;
        }
        String which = SplScanner.lower(arguments.text("top<n> or bottom<n>"));
        if (!which.matches("(?:top|bottom)[1-9][0-9]{0,5}")) {
            return false;
        }
        options.put("limit", which);
        return true;
    }

    private Command chart(boolean time, List<Aggregation> aggregations, Optional<Name> row, Optional<Name> column, Map<String, String> options, Map<String, String> rowOptions,
            Map<String, String> columnOptions) throws SplProblem {
        for (String option : List.of("agg", "cont", "sep", "format", "bins", "fixedrange", "aligntime", "minspan", "start", "end")) {
            boolean usual = option.equals("cont") ? arguments.flag(options, "cont", true) : option.equals("fixedrange") || !options.containsKey(option);
            if (!usual) {
                throw SplProblem.unsupported(in.position(), "the option " + option + " of " + (time ? "timechart" : "chart") + " is not there");
            }
        }
        String limit = SplScanner.lower(options.getOrDefault("limit", "10"));
        boolean lowest = limit.startsWith("bottom");
        long most = Arguments.count(limit.replaceFirst("^(?:top|bottom)\\s*", ""), in.position());
        Optional<String> others = arguments.flag(options, "useother", true) ? Optional.of(options.getOrDefault("otherstr", "OTHER")) : Optional.empty();
        Optional<String> nulls = arguments.flag(options, "usenull", true) ? Optional.of(options.getOrDefault("nullstr", "NULL")) : Optional.empty();
        Optional<Double> spacing = !time ? Optional.empty() : Optional.of(options.containsKey("span") ? TimeSpan.seconds(options.get("span"), in.position()) : 0.0);
        return new Command.Chart(aggregations, time ? Optional.of(new Name(Scope.TIME, dev.spoor.query.text.Span.NONE)) : row, time ? Optional.empty() : span(rowOptions), column,
                time ? Optional.empty() : span(columnOptions), most, lowest, others, nulls, spacing);
    }

    private Optional<Double> span(Map<String, String> options) throws SplProblem {
        return options.containsKey("span") ? Optional.of(TimeSpan.seconds(options.get("span"), in.position())) : Optional.empty();
    }

    private Command transaction() throws SplProblem {
        Map<String, String> options = new HashMap<>();
        List<Name> names = new ArrayList<>();
        Bound begins = Bound.NONE;
        Bound ends = Bound.NONE;
        while (!in.atEnd()) {
            if (in.accept(",")) {
                continue;
            }
            arguments.option(TRANSACTION, options);
            if (in.atEnd()) {
                break;
            }
            Name name = arguments.name("a field name");
            if (!in.accept("=")) {
                names.add(name);
                continue;
            }
            switch (SplScanner.lower(name.text())) {
                case "startswith" -> begins = bound();
                case "endswith" -> ends = bound();
                default -> throw SplProblem.syntax(name.span().start(), "transaction has no option '" + name.text() + "'");
            }
        }
        Optional<String> refused = refused(options);
        if (refused.isPresent()) {
            return new Command.Missing("transaction with " + refused.get());
        }
        boolean partial = arguments.flag(options, "keepevicted", false) || begins.equals(Bound.NONE) && ends.equals(Bound.NONE);
        return new Command.Transaction(names, begins.condition(), begins.search(), ends.condition(), ends.search(), seconds(options, "maxspan"), seconds(options, "maxpause"),
                arguments.count(options, "maxevents", 1000), partial, arguments.flag(options, "connected", true), !options.getOrDefault("mvlist", "f").matches("(?i)f|false|0|no"));
    }

    /** What would give other rows than those that are made. */
    private Optional<String> refused(Map<String, String> options) throws SplProblem {
        for (String option : List.of("unifyends", "keeporphans", "mvraw")) {
            if (arguments.flag(options, option, false)) {
                return Optional.of(option + "=t");
            }
        }
        String lists = SplScanner.lower(options.getOrDefault("mvlist", "f"));
        if (!lists.matches("t|true|1|yes|f|false|0|no")) {
            return Optional.of("mvlist for single fields");
        }
        boolean joined = lists.matches("t|true|1|yes") && (options.containsKey("delim") || options.containsKey("nullstr"));
        return joined ? Optional.of("mvlist=t and " + (options.containsKey("delim") ? "delim" : "nullstr")) : Optional.empty();
    }

    /** What a row begins or ends a transaction by. */
    private record Bound(Optional<EvalNode> condition, Optional<SearchNode> search) {
        private static final Bound NONE = new Bound(Optional.empty(), Optional.empty());
    }

    private Bound bound() throws SplProblem {
        in.skipBlanks();
        if (in.peek() == '"') {
            String text = in.quoted();
            return new Bound(Optional.empty(), Optional.of(new SearchParser(new SplScanner(text, 0, text.length())).search()));
        }
        boolean eval = in.acceptWord("eval");
        in.expect("(", "after " + (eval ? "eval" : "the option"));
        if (eval) {
            EvalNode condition = new EvalParser(in).expression();
            in.expect(")", "to close eval");
            return new Bound(Optional.of(condition), Optional.empty());
        }
        return new Bound(Optional.empty(), Optional.of(new SearchParser(in).enclosed()));
    }

    private Optional<Double> seconds(Map<String, String> options, String name) throws SplProblem {
        String text = options.get(name);
        return text == null || text.equals("-1") ? Optional.empty() : Optional.of(TimeSpan.seconds(text, in.position()));
    }

    private Command transpose() throws SplProblem {
        Set<String> known = Set.of("column_name", "header_field", "include_empty");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        long rows = arguments.number().orElse(5);
        arguments.option(known, options);
        return new Command.Transpose(rows, options.getOrDefault("column_name", "column"), Optional.ofNullable(options.get("header_field")).map(this::named));
    }

    private Name named(String text) {
        return new Name(text, dev.spoor.query.text.Span.NONE);
    }

    private Command totals(boolean columns) throws SplProblem {
        Set<String> known = Set.of("row", "col", "labelfield", "label", "fieldname");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        List<Name> names = new ArrayList<>();
        while (!in.atEnd()) {
            if (!in.accept(",")) {
                names.add(arguments.name("a field name"));
            }
            arguments.option(known, options);
        }
        boolean row = arguments.flag(options, "row", !columns);
        return new Command.Totals(names, row ? Optional.of(options.getOrDefault("fieldname", "Total")) : Optional.empty(), arguments.flag(options, "col", columns),
                Optional.ofNullable(options.get("labelfield")), options.getOrDefault("label", "Total"));
    }
}
