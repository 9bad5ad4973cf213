package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Conversion;
import dev.spoor.query.spl.Command.Key;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.spl.Command.Pair;
import dev.spoor.query.spl.Command.Setting;
import dev.spoor.query.spl.Command.Stats;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one command: its name, and what stands behind it. */
final class CommandParser {
    private final SplScanner in;
    private final Arguments arguments;

    CommandParser(SplScanner in) {
        this.in = in;
        this.arguments = new Arguments(in);
    }

    /** The command that stands here. */
    Command parse() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        String written = in.bare("(\"[]=,|");
        String name = SplScanner.lower(written);
        Command command = switch (name) {
            case "search" -> new Command.Search(new SearchParser(in).search());
            case "where" -> new Command.Where(new EvalParser(in).expression());
            case "eval" -> eval();
            case "stats", "sistats" -> new StatsParser(in).parse(Stats.Kind.GROUPS);
            case "eventstats" -> new StatsParser(in).parse(Stats.Kind.ALL);
            case "streamstats" -> new StatsParser(in).parse(Stats.Kind.RUNNING);
            case "table" -> new Command.Table(arguments.someNames());
            case "fields" -> fields();
            case "rename" -> rename();
            case "sort" -> sort();
            case "head" -> head();
            case "tail" -> new Command.Tail(arguments.number().orElse(10));
            case "reverse" -> new Command.Reverse();
            case "dedup" -> dedup();
            case "fillnull" -> fillNull();
            case "rex" -> rex();
            case "regex" -> regex();
            case "makeresults" -> makeResults();
            case "convert" -> convert();
            case "mvexpand" -> mvExpand();
            case "makemv" -> makeMv();
            case "top", "rare", "sitop", "sirare" -> frequent(name.endsWith("rare"));
            case "bin", "bucket" -> bin();
            default -> other(name, written, begin);
        };
        if (!(command instanceof Command.Missing || command instanceof Command.Pass || command instanceof Command.Elsewhere)) {
            arguments.end();
        }
        return command;
    }

    private Command other(String name, String written, int begin) throws SplProblem {
        Optional<Command> found = new InnerCommands(in, arguments).read(name);
        found = found.isPresent() ? found : new TableCommands(in, arguments).read(name);
        found = found.isPresent() ? found : new ShapeCommands(in, arguments).read(name);
        found = found.isPresent() ? found : new ValueCommands(in, arguments).read(name);
        found = found.isPresent() ? found : KnownCommands.without(name);
        return found.isPresent() ? found.get() : missing(written, begin);
    }

    private Command missing(String written, int begin) throws SplProblem {
        if (written.isEmpty()) {
            throw in.unexpected("a command");
        }
        String name = SplScanner.lower(written);
        if (!KnownCommands.contains(name)) {
            throw SplProblem.syntax(begin, "unknown command '" + written + "'" + KnownCommands.suggestion(name));
        }
        return new Command.Missing(name);
    }

    private Command eval() throws SplProblem {
        List<Setting> settings = new ArrayList<>();
        do {
            Name name = arguments.name("a field name");
            in.expect("=", "after the field of eval");
            settings.add(new Setting(name, new EvalParser(in).expression()));
        } while (in.accept(","));
        return new Command.Eval(settings);
    }

    private Command fields() throws SplProblem {
        boolean remove = in.accept("-");
        if (!remove) {
            in.accept("+");
        }
        return new Command.Fields(remove, arguments.someNames());
    }

    private Command rename() throws SplProblem {
        List<Pair> pairs = new ArrayList<>();
        do {
            in.accept(",");
            Name from = arguments.name("a field name");
            if (!in.acceptWord("as")) {
                throw in.unexpected("AS");
            }
            pairs.add(new Pair(from, arguments.name("a field name after AS")));
            in.accept(",");
        } while (!in.atEnd());
        return new Command.Rename(pairs);
    }

    private Command sort() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("limit"));
        OptionalLong number = arguments.number();
        long limit = number.orElse(arguments.count(options, "limit", 10_000));
        List<Key> keys = keys();
        if (keys.isEmpty()) {
            throw in.unexpected("a field to sort by");
        }
        return new Command.Sort(limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit), keys);
    }

    private List<Key> keys() throws SplProblem {
        List<Key> keys = new ArrayList<>();
        boolean all = false;
        while (!in.atEnd()) {
            in.accept(",");
            boolean minus = in.accept("-");
            boolean plus = !minus && in.accept("+");
            keys.add(key(minus || all && !plus));
            if ((in.looksAtWord("desc") || in.looksAtWord("d")) && !in.atEnd()) {
                in.bare(",");
                keys.replaceAll(key -> new Key(key.name(), !key.descending(), key.type()));
            }
        }
        return keys;
    }

    private Key key(boolean descending) throws SplProblem {
        Name name = arguments.name("a field to sort by");
        String type = SplScanner.lower(name.text());
        if (Set.of("num", "str", "ip", "auto").contains(type) && in.accept("(")) {
            Name inner = arguments.name("a field to sort by");
            in.expect(")", "to close " + type);
            return new Key(inner, descending, type);
        }
        return new Key(name, descending, "auto");
    }

    private Command head() throws SplProblem {
        Set<String> known = Set.of("limit", "null", "keeplast");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        OptionalLong number = arguments.number();
        Optional<EvalNode> condition = in.atEnd() ? Optional.empty() : Optional.of(new EvalParser(in).expression());
        arguments.option(known, options);
        return new Command.Head(number.orElse(arguments.count(options, "limit", condition.isPresent() ? Long.MAX_VALUE : 10)), condition,
                arguments.flag(options, "null", false), arguments.flag(options, "keeplast", false));
    }

    private Command dedup() throws SplProblem {
        Set<String> known = Set.of("keepevents", "keepempty", "consecutive");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        long count = arguments.number().orElse(1);
        List<Name> names = new ArrayList<>();
        arguments.option(known, options);
        while (!in.atEnd() && !in.looksAtWord("sortby")) {
            in.accept(",");
            names.add(arguments.name("a field name"));
            arguments.option(known, options);
        }
        if (names.isEmpty() || count == 0) {
            throw in.unexpected("a field name");
        }
        List<Key> keys = in.acceptWord("sortby") ? keys() : List.of();
        return new Command.Dedup(count, names, arguments.flag(options, "keepempty", false), arguments.flag(options, "consecutive", false),
                arguments.flag(options, "keepevents", false), keys);
    }

    private Command fillNull() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("value"));
        return new Command.FillNull(options.getOrDefault("value", "0"), arguments.names());
    }

    private Command rex() throws SplProblem {
        Set<String> known = Set.of("field", "mode", "max_match", "offset_field");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        in.skipBlanks();
        int begin = in.position();
        if (in.atEnd()) {
            throw in.unexpected("a regular expression");
        }
        String expression = in.peek() == '"' ? in.quoted() : in.bare("|");
        Span span = new Span(begin, in.position());
        arguments.option(known, options);
        String mode = options.getOrDefault("mode", "");
        if (!mode.isEmpty() && !mode.equals("sed")) {
            throw SplProblem.syntax(begin, "the only mode of rex is sed, found '" + mode + "'");
        }
        return new Command.Rex(new Name(options.getOrDefault("field", "_raw"), span), expression, mode.equals("sed"), arguments.count(options, "max_match", 1),
                Optional.ofNullable(options.get("offset_field")), span);
    }

    private Command regex() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        Name name = new Name("_raw", new Span(begin, begin));
        boolean negated = false;
        if (in.peek() != '"') {
            name = arguments.name("a field name");
            negated = in.accept("!=");
            if (!negated) {
                in.expect("=", "or != after the field of regex");
            }
            in.skipBlanks();
            begin = in.position();
        }
        String expression = in.peek() == '"' ? in.quoted() : in.bare("|");
        return new Command.Regex(new Name(name.text().replaceAll("!$", ""), name.span()), negated || name.text().endsWith("!"), expression,
                new Span(begin, in.position()));
    }

    private Command makeResults() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("count", "annotate", "splunk_server", "splunk_server_group", "format", "data"));
        if (arguments.flag(options, "annotate", false)) {
            return new Command.Missing("makeresults with annotate=t");
        }
        if (options.containsKey("format") != options.containsKey("data")) {
            throw SplProblem.semantic(in.position(), "format and data of makeresults belong together");
        }
        if (options.containsKey("data")) {
            return new Command.MakeTable(new GivenRows(in.position()).read(SplScanner.lower(options.get("format")), options.get("data")));
        }
        return new Command.MakeResults(arguments.count(options, "count", 1));
    }

    private Command convert() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("timeformat"));
        List<Conversion> conversions = new ArrayList<>();
        while (!in.atEnd()) {
            Name function = arguments.name("a function of convert");
            in.expect("(", "after the function of convert");
            Name field = arguments.name("a field name");
            in.expect(")", "to close the function of convert");
            Optional<Name> alias = in.acceptWord("as") ? Optional.of(arguments.name("a name after as")) : Optional.empty();
            conversions.add(new Conversion(SplScanner.lower(function.text()), field, alias));
            in.accept(",");
        }
        if (conversions.isEmpty()) {
            throw in.unexpected("a function such as ctime(field)");
        }
        return new Command.Convert(options.getOrDefault("timeformat", "%m/%d/%Y %H:%M:%S"), conversions);
    }

    private Command mvExpand() throws SplProblem {
        Name name = arguments.name("a field name");
        return new Command.MvExpand(name, arguments.count(arguments.options(Set.of("limit")), "limit", 0));
    }

    private Command makeMv() throws SplProblem {
        Map<String, String> options = new HashMap<>(arguments.options(Set.of("delim", "allowempty", "setsv", "tokenizer")));
        Name name = arguments.name("a field name");
        return new Command.MakeMv(name, options.getOrDefault("delim", " "), arguments.flag(options, "allowempty", false), Optional.ofNullable(options.get("tokenizer")),
                name.span());
    }

    private Command frequent(boolean rare) throws SplProblem {
        Set<String> known = Set.of("limit", "showperc", "showcount", "useother", "otherstr", "countfield", "percentfield");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        long limit = arguments.number().orElse(arguments.count(options, "limit", 10));
        List<Name> names = optioned(known, options, "by");
        List<Name> groups = in.acceptWord("by") ? optioned(known, options) : List.of();
        List<String> hidden = new ArrayList<>();
        if (!arguments.flag(options, "showcount", true)) {
            hidden.add("count");
        }
        if (!arguments.flag(options, "showperc", true)) {
            hidden.add("percent");
        }
        return new Command.Frequent(rare, limit, names, groups, Optional.ofNullable(options.get("countfield")), Optional.ofNullable(options.get("percentfield")), hidden,
                arguments.flag(options, "useother", false) ? Optional.of(options.getOrDefault("otherstr", "OTHER")) : Optional.empty());
    }

    /** Names with options among them. */
    private List<Name> optioned(Set<String> known, Map<String, String> options, String... stopWords) throws SplProblem {
        List<Name> names = new ArrayList<>();
        while (!in.atEnd() && (stopWords.length == 0 || !in.looksAtWord(stopWords[0]))) {
            in.accept(",");
            names.add(arguments.name("a field name"));
            arguments.option(known, options);
        }
        if (names.isEmpty()) {
            throw in.unexpected("a field name");
        }
        return names;
    }

    private Command bin() throws SplProblem {
        Set<String> known = Set.of("span", "bins", "aligntime", "minspan", "start", "end");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        Name name = arguments.name("a field name");
        arguments.option(known, options);
        Optional<Name> alias = in.acceptWord("as") ? Optional.of(arguments.name("a name after as")) : Optional.empty();
        arguments.option(known, options);
        for (String option : List.of("start", "end")) {
            if (options.containsKey(option)) {
                throw SplProblem.unsupported(name.span().start(), "bin with " + option + " is not there");
            }
        }
        String align = options.getOrDefault("aligntime", "0");
        if (!align.matches("[0-9]{1,12}(?:\\.[0-9]{1,6})?") || options.containsKey("aligntime") && !options.containsKey("span")) {
            return new Command.Missing("bin with aligntime=" + align + " (a time in seconds, and span, work)");
        }
        return new Command.Bin(name, Optional.ofNullable(options.get("span")), Double.parseDouble(align), arguments.count(options, "bins", 100),
                Optional.ofNullable(options.get("minspan")), alias);
    }
}
