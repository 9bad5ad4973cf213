package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Aggregation;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.spl.Command.Pair;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the commands that take rows from elsewhere: data models and lookups. */
final class TableCommands {
    private static final Set<String> TSTATS =
            Set.of("prestats", "local", "append", "summariesonly", "include_reduced_buckets", "allow_old_summaries", "chunk_size", "fillnull_value");
    private final SplScanner in;
    private final Arguments arguments;

    TableCommands(SplScanner in, Arguments arguments) {
        this.in = in;
        this.arguments = arguments;
    }

    /** The command of a name, if it is one of these. */
    Optional<Command> read(String name) throws SplProblem {
        return Optional.ofNullable(switch (name) {
            case "tstats" -> modelStats();
            case "datamodel" -> dataModel();
            case "from" -> from();
            case "lookup" -> lookup();
            case "inputlookup", "inputcsv" -> inputLookup();
            case "outputlookup", "outputcsv", "collect" -> outputLookup();
            default -> null;
        });
    }

    /**
     * <pre>
     * tstats = { option "=" value } aggregation { [","] aggregation } [ "FROM" "datamodel" ["="] name ] [ "WHERE" search ] [ ("BY" | "GROUPBY") field { [","] field } ]
     * </pre>
     */
    private Command modelStats() throws SplProblem {
        Map<String, String> options = new HashMap<>(arguments.options(TSTATS));
        List<Aggregation> aggregations = new ArrayList<>();
        StatsParser stats = new StatsParser(in);
        while (!in.atEnd() && !looksAtClause()) {
            if (!in.accept(",")) {
                aggregations.add(stats.aggregation());
            }
            arguments.option(TSTATS, options);
        }
        if (aggregations.isEmpty()) {
            throw in.unexpected("a function such as count or values(field)");
        }
        Optional<Name> model = in.acceptWord("from") ? Optional.of(model()) : Optional.empty();
        SearchNode where = new SearchNode.And(List.of());
        if (in.acceptWord("where")) {
            int end = clause(in.position());
            where = new SearchParser(new SplScanner(in.source(), in.position(), end)).search();
            in.moveTo(end);
        }
        List<Name> groups = new ArrayList<>();
        Optional<Double> span = Optional.empty();
        if (in.acceptWord("by") || in.acceptWord("groupby")) {
            Map<String, String> spans = new HashMap<>();
            while (!in.atEnd()) {
                if (!in.accept(",")) {
                    arguments.option(Set.of("span"), spans);
                    if (!in.atEnd()) {
                        groups.add(arguments.name("a field name after by"));
                    }
                }
                arguments.option(Set.of("span"), spans);
            }
            span = spans.containsKey("span") ? Optional.of(TimeSpan.seconds(spans.get("span"), in.position())) : Optional.empty();
        }
        return new Command.ModelStats(model, where, aggregations, groups, span, arguments.flag(options, "append", false), arguments.flag(options, "prestats", false),
                Optional.ofNullable(options.get("fillnull_value")));
    }

    private boolean looksAtClause() {
        return in.looksAtWord("from") || in.looksAtWord("where") || in.looksAtWord("by") || in.looksAtWord("groupby");
    }

    private Name model() throws SplProblem {
        if (!in.acceptWord("datamodel")) {
            return arguments.name("datamodel=");
        }
        if (!in.accept("=")) {
            in.accept(":");
        }
        Name name = arguments.name("the name of a data model");
        return in.peek() == '.' ? new Name(name.text() + "." + rest(), name.span()) : name;
    }

    private String rest() throws SplProblem {
        in.advance();
        return arguments.name("the name of a data set").text();
    }

    /** Where the search behind {@code where} ends: at BY, outside of quotes and parentheses. */
    private int clause(int from) {
        int depth = 0;
        int i = from;
        String text = in.source();
        while (i < in.end()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = Math.min(in.end(), Quotes.end(text, i));
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(c) && (word(text, i + 1, "by") || word(text, i + 1, "groupby"))) {
                return i;
            }
            i++;
        }
        return in.end();
    }

    private boolean word(String text, int at, String word) {
        int after = at + word.length();
        return after < in.end() && text.regionMatches(true, at, word, 0, word.length()) && Character.isWhitespace(text.charAt(after));
    }

    private Command dataModel() throws SplProblem {
        Name model = arguments.name("the name of a data model");
        if (in.atEnd()) {
            throw in.unexpected("the name of a data set");
        }
        Name set = arguments.name("the name of a data set");
        String mode = in.atEnd() ? "" : SplScanner.lower(arguments.name("search or flat").text());
        arguments.options(Set.of("strict_fields", "allow_old_summaries", "summariesonly"));
        return new Command.FromModel(new Name(model.text() + "." + set.text(), model.span().to(set.span())), mode.equals("flat"));
    }

    private Command from() throws SplProblem {
        Name first = arguments.name("datamodel");
        String text = first.text();
        String kind = SplScanner.lower(text);
        if (kind.startsWith("lookup:") || kind.startsWith("inputlookup:")) {
            return new Command.InputLookup(new Name(text.substring(text.indexOf(':') + 1), first.span()), false, 0, Long.MAX_VALUE, Optional.empty(), false);
        }
        if (kind.equals("datamodel") || kind.equals("datamodel:")) {
            in.accept(":");
            return new Command.FromModel(arguments.name("the name of a data model"), true);
        }
        if (kind.startsWith("datamodel:")) {
            return new Command.FromModel(new Name(text.substring(10), first.span()), true);
        }
        return new Command.Missing("from " + text);
    }

    private Command lookup() throws SplProblem {
        arguments.options(Set.of("local", "update", "event_time_field"));
        Name table = arguments.name("the name of a lookup");
        List<Pair> keys = pairs("output", "outputnew");
        boolean clear = in.acceptWord("output");
        boolean keep = !clear && in.acceptWord("outputnew");
        List<Pair> outputs = clear || keep ? pairs() : List.of();
        if (keys.isEmpty()) {
            throw in.unexpected("a field to look up");
        }
        return new Command.Lookup(table, keys, outputs, clear, keep);
    }

    private List<Pair> pairs(String... stops) throws SplProblem {
        List<Pair> pairs = new ArrayList<>();
        while (!in.atEnd() && !(stops.length > 0 && (in.looksAtWord(stops[0]) || in.looksAtWord(stops[1])))) {
            if (!in.accept(",")) {
                Name from = arguments.name("a field of the lookup");
                pairs.add(new Pair(from, in.acceptWord("as") ? arguments.name("a field name after AS") : from));
            }
        }
        return pairs;
    }

    private Command inputLookup() throws SplProblem {
        Set<String> known = Set.of("append", "start", "max", "strict", "events", "dispatch");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        Name table = arguments.name("the name of a lookup");
        arguments.option(known, options);
        Optional<SearchNode> where = Optional.empty();
        if (in.acceptWord("where")) {
            where = Optional.of(new SearchParser(new SplScanner(in.source(), in.position(), in.end())).search());
            in.moveTo(in.end());
        }
        return new Command.InputLookup(table, arguments.flag(options, "append", false), arguments.count(options, "start", 0),
                arguments.count(options, "max", Long.MAX_VALUE), where, arguments.flag(options, "strict", false));
    }

    private Command outputLookup() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        in.moveTo(in.end());
        return new Command.OutputLookup(new Name(in.text(begin, in.end()).strip(), new Span(begin, in.end())));
    }
}
