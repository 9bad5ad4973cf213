package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the commands that hold other searches: {@code join}, {@code append}, {@code map}, {@code foreach}, ... */
final class InnerCommands {
    private final SplScanner in;
    private final Arguments arguments;

    InnerCommands(SplScanner in, Arguments arguments) {
        this.in = in;
        this.arguments = arguments;
    }

    /** The command of a name, if it is one of these. */
    Optional<Command> read(String name) throws SplProblem {
        return Optional.ofNullable(switch (name) {
            case "join", "selfjoin" -> name.equals("join") ? join() : new Command.Missing("selfjoin");
            case "append" -> append();
            case "appendpipe" -> appendPipe();
            case "appendcols" -> appendCols();
            case "union", "multisearch" -> union();
            case "map" -> map();
            case "foreach" -> forEach();
            default -> null;
        });
    }

    private Command join() throws SplProblem {
        Set<String> known = Set.of("type", "max", "overwrite", "usetime", "earlier", "left", "right", "maxout", "maxtime", "timeout");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        List<Name> names = new ArrayList<>();
        while (!in.atEnd() && in.peek() != '[' && !options.containsKey("left") && !options.containsKey("right")) {
            if (!in.accept(",")) {
                names.add(arguments.name("a field to join by"));
            }
            arguments.option(known, options);
        }
        if (options.containsKey("left") || options.containsKey("right")) {
            while (!in.atEnd() && in.peek() != '[') {
                in.advance();
            }
            InnerSearch.skip(in);
            return new Command.Missing("join with left= and right=");
        }
        if (arguments.flag(options, "usetime", false)) {
            InnerSearch.skip(in);
            return new Command.Missing("join with usetime=t");
        }
        String type = SplScanner.lower(options.getOrDefault("type", "inner"));
        if (!Set.of("inner", "outer", "left").contains(type)) {
            throw SplProblem.syntax(in.position(), "expected inner, outer or left for type, found '" + type + "'");
        }
        return new Command.Join(names, !type.equals("inner"), arguments.count(options, "max", 1), arguments.flag(options, "overwrite", true),
                inner(options));
    }

    private Command append() throws SplProblem {
        return new Command.Append(inner(arguments.options(Set.of("extendtimerange", "maxtime", "maxout", "timeout"))));
    }

    /** The search in brackets; of its rows the first {@code maxout}, 0 for all. */
    private Command.Inner inner(Map<String, String> options) throws SplProblem {
        long most = arguments.count(options, "maxout", 0);
        Command.Inner inner = InnerSearch.read(in);
        if (most == 0) {
            return inner;
        }
        List<Command.Placed> commands = new ArrayList<>(inner.commands());
        commands.add(new Command.Placed(new Command.Head(most, Optional.empty(), false, false), inner.span().start()));
        return new Command.Inner(commands, inner.span());
    }

    private Command appendPipe() throws SplProblem {
        arguments.options(Set.of("run_in_preview"));
        return new Command.AppendPipe(InnerSearch.read(in));
    }

    private Command appendCols() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("override", "extendtimerange", "maxtime", "maxout", "timeout"));
        return new Command.AppendCols(arguments.flag(options, "override", false), inner(options));
    }

    private Command union() throws SplProblem {
        Map<String, String> options = arguments.options(Set.of("maxout", "maxtime", "timeout"));
        List<Command.Inner> inners = new ArrayList<>();
        while (!in.atEnd()) {
            if (!in.accept(",")) {
                inners.add(inner(options));
            }
        }
        if (inners.isEmpty()) {
            throw in.unexpected("a search in square brackets");
        }
        return new Command.Union(inners);
    }

    private Command map() throws SplProblem {
        Set<String> known = Set.of("maxsearches", "search");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        in.skipBlanks();
        int begin = in.position();
        String text = options.get("search");
        if (text == null) {
            Span inner = InnerSearch.skip(in);
            text = in.text(inner.start() + 1, inner.end() - 1);
        }
        arguments.option(known, options);
        return new Command.MapSearch(text, arguments.count(options, "maxsearches", 10), new Span(begin, in.position()));
    }

    private Command forEach() throws SplProblem {
        Set<String> known = Set.of("mode", "itemstr", "iterstr", "fieldstr", "matchstr", "matchseg1", "matchseg2", "matchseg3");
        Map<String, String> options = new HashMap<>(arguments.options(known));
        List<Name> names = new ArrayList<>();
        while (!in.atEnd() && in.peek() != '[') {
            if (!in.accept(",")) {
                names.add(arguments.name("a field name"));
            }
            arguments.option(known, options);
        }
        in.skipBlanks();
        Span inner = InnerSearch.skip(in);
        if (!options.getOrDefault("mode", "multifield").equals("multifield")) {
            return new Command.Missing("foreach with mode=" + options.get("mode"));
        }
        return new Command.ForEach(names, in.text(inner.start() + 1, inner.end() - 1), inner);
    }
}
