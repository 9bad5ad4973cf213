package dev.spoor.query.spl;

import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the commands that change values or take fields out of texts. */
final class ValueCommands {
    private final SplScanner in;
    private final Arguments arguments;

    ValueCommands(SplScanner in, Arguments arguments) {
        this.in = in;
        this.arguments = arguments;
    }

    /** The command of a name, if it is one of these. */
    Optional<Command> read(String name) throws SplProblem {
        return Optional.ofNullable(switch (name) {
            case "mvcombine" -> {
                arguments.options(Set.of("delim"));
                yield new Command.MvCombine(arguments.name("a field name"));
            }
            case "nomv" -> new Command.NoMv(arguments.name("a field name"));
            case "filldown" -> new Command.FillDown(arguments.names());
            case "replace" -> replace();
            case "spath" -> spath();
            case "xmlkv" -> new Command.Unfold(in.atEnd() ? raw() : arguments.name("a field name"), new Stage.Xml(true), "");
            case "fromjson" -> {
                Name field = arguments.name("a field name");
                Map<String, String> options = arguments.options(Set.of("prefix"));
                yield new Command.Unfold(field, new Stage.Json(), options.getOrDefault("prefix", ""));
            }
            case "extract", "kv" -> extract();
            case "multikv" -> {
                if (!in.atEnd()) {
                    throw SplProblem.unsupported(in.position(), "the options of multikv are not there: it takes the first line as the names of the columns");
                }
                yield new Command.Unfold(raw(), new Stage.Grid(), "");
            }
            case "iplocation" -> location();
            case "strcat" -> strcat();
            case "accum" -> accum();
            case "delta" -> delta();
            case "rangemap" -> ranges();
            case "return" -> returned();
            case "format" -> format();
            default -> null;
        });
    }

    private Name raw() {
        return new Name("_raw", new Span(in.position(), in.position()));
    }

    private Command replace() throws SplProblem {
        List<Command.Exchange> exchanges = new ArrayList<>();
        while (!in.atEnd() && !in.looksAtWord("in")) {
            if (in.accept(",")) {
                continue;
            }
            String from = arguments.text("a value to replace");
            if (!in.acceptWord("with")) {
                throw in.unexpected("WITH");
            }
            exchanges.add(new Command.Exchange(from, arguments.text("a value after WITH")));
        }
        if (exchanges.isEmpty()) {
            throw in.unexpected("a value to replace");
        }
        return new Command.Replace(exchanges, in.acceptWord("in") ? arguments.someNames() : List.of());
    }

    private Command spath() throws SplProblem {
        Set<String> known = Set.of("input", "output", "path");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        in.skipBlanks();
        if (!in.atEnd() && !options.containsKey("path")) {
            options.put("path", arguments.text("a path"));
            arguments.option(known, options);
        }
        Name input = options.containsKey("input") ? new Name(options.get("input"), Span.NONE) : raw();
        return new Command.Spath(input, Optional.ofNullable(options.get("output")).map(name -> new Name(name, Span.NONE)), Optional.ofNullable(options.get("path")));
    }

    private Command extract() throws SplProblem {
        Map<String, String> options =
                new HashMap<>(arguments.options(Set.of("pairdelim", "kvdelim", "limit", "maxchars", "mv_add", "clean_keys", "auto", "segment", "reload", "access_time")));
        if (!in.atEnd()) {
            throw SplProblem.unsupported(in.position(), "extract with a stanza needs the transforms of a Splunk installation");
        }
        return new Command.Unfold(raw(),
                new Stage.Pairs(options.getOrDefault("pairdelim", " ,;|\t\n").replace("\\t", "\t").replace("\\n", "\n"), options.getOrDefault("kvdelim", "=")), "");
    }

    private Command location() throws SplProblem {
        Set<String> known = Set.of("prefix", "allfields", "lang");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        Name field = arguments.name("a field with an address");
        arguments.option(known, options);
        return new Command.IpLocation(field, options.getOrDefault("prefix", ""));
    }

    private Command strcat() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("allrequired"));
        List<EvalNode> parts = new ArrayList<>();
        while (!in.atEnd()) {
            int begin = in.position();
            if (in.peek() == '"') {
                parts.add(new EvalNode.Constant(in.quoted(), new Span(begin, in.position())));
            } else {
                Name name = arguments.name("a field name");
                parts.add(new EvalNode.Field(name.text(), name.span()));
            }
        }
        if (parts.size() < 2 || !(parts.getLast() instanceof EvalNode.Field(String name, Span span))) {
            throw in.unexpected("texts and fields, and the field that gets them");
        }
        return new Command.StrCat(parts.subList(0, parts.size() - 1), new Name(name, span), arguments.flag(options, "allrequired", false));
    }

    private Command accum() throws SplProblem {
        Name field = arguments.name("a field name");
        return new Command.Running(field, in.acceptWord("as") ? arguments.name("a name after as") : field, false, 0);
    }

    private Command delta() throws SplProblem {
        Name field = arguments.name("a field name");
        Name alias = in.acceptWord("as") ? arguments.name("a name after as") : new Name("delta(" + field.text() + ")", field.span());
        Map<String, String> options = arguments.options(Set.of("p"));
        return new Command.Running(field, alias, true, arguments.count(options, "p", 1));
    }

    private Command ranges() throws SplProblem {
        Name field = new Name("", Span.NONE);
        List<Command.Range> ranges = new ArrayList<>();
        String otherwise = "None";
        while (!in.atEnd()) {
            Name name = arguments.name("field=, a range or default=");
            in.expect("=", "after the name");
            String text = arguments.text("a range such as 1-10");
            if (name.text().equals("field")) {
                field = new Name(text, name.span());
            } else if (name.text().equals("default")) {
                otherwise = text;
            } else {
                ranges.add(range(name, text));
            }
        }
        return new Command.RangeMap(field, ranges, otherwise);
    }

    private static Command.Range range(Name name, String text) throws SplProblem {
        if (!text.matches("-?[0-9]{1,15}(?:\\.[0-9]{1,9})?-(?:-?[0-9]{1,15}(?:\\.[0-9]{1,9})?)")) {
            throw SplProblem.syntax(name.span().start(), "expected a range such as 1-10, found '" + text + "'");
        }
        int dash = text.indexOf('-', 1);
        return new Command.Range(name.text(), Double.parseDouble(text.substring(0, dash)), Double.parseDouble(text.substring(dash + 1)));
    }

    private Command format() throws SplProblem {
        if (!in.atEnd()) {
            throw SplProblem.unsupported(in.position(), "the options of format are not there");
        }
        return new Command.Format();
    }

    private Command returned() throws SplProblem {
        long count = arguments.number().orElse(1);
        List<Command.ReturnedField> fields = new ArrayList<>();
        while (!in.atEnd()) {
            if (in.accept(",")) {
                continue;
            }
            boolean bare = in.accept("$");
            Name first = arguments.name("a field name");
            boolean aliased = !bare && in.accept("=");
            Name field = aliased ? arguments.name("a field name") : first;
            fields.add(new Command.ReturnedField(field, first.text(), bare));
        }
        if (fields.isEmpty()) {
            throw in.unexpected("a field name");
        }
        return new Command.Return(count, fields);
    }
}
