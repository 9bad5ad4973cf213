package dev.spoor.query.spl;

import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splunk's Search Processing Language. Immutable and thread-safe. */
public final class SplLanguage implements QueryLanguage {
    private static final Pattern FILTER = Pattern.compile("`\\s*([A-Za-z0-9_.-]+)\\s*`");
    private static final int MAX_COMMANDS = 500;

    private record Placed(Command command, int offset) {}

    @Override public String id() {
        return "spl";
    }

    @Override public void parse(String text) throws QueryException {
        commands(expanded(text, Macros.BUILT_IN, true));
    }

    @Override public Query compile(String text, QueryContext context) throws QueryException {
        Expanded expanded = expanded(text, context.macros().isEmpty() ? Macros.BUILT_IN : new Macros(context.macros()), false);
        List<Placed> commands = commands(expanded);
        missing(commands, expanded);
        Scope scope = new Scope(context);
        PipelineBuilder builder = new PipelineBuilder(scope);
        for (Placed placed : commands) {
            try {
                builder.add(placed.command());
            } catch (SplProblem problem) {
                throw new QueryException(problem.at(expanded));
            }
        }
        Pipeline pipeline = builder.build();
        unknown(scope);
        return pipeline.stages().isEmpty() ? new Query.Events(pipeline.filter(), scope.read(), List.copyOf(scope.notes()))
                : new Query.Rows(pipeline, scope.read(), List.copyOf(scope.notes()));
    }

    /** The filter macro that a search calls ({@code `<name>_filter`}), which is where exceptions to a rule go; the last one where there are several. */
    public static Optional<String> filterMacro(String text) {
        Matcher matcher = FILTER.matcher(text);
        String last = null;
        while (matcher.find()) {
            last = MacroExpander.isFilter(matcher.group(1)) ? matcher.group(1) : last;
        }
        return Optional.ofNullable(last);
    }

    private static Expanded expanded(String text, Macros macros, boolean lenient) throws QueryException {
        try {
            return new MacroExpander(macros, lenient).expand(text);
        } catch (SplProblem problem) {
            throw new QueryException(problem.at(Expanded.asWritten(text)));
        }
    }

    private static List<Placed> commands(Expanded expanded) throws QueryException {
        List<Placed> commands = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try {
            List<CommandSplitter.Piece> pieces = CommandSplitter.split(expanded.text());
            if (pieces.size() > MAX_COMMANDS) {
                throw SplProblem.limit(0, "the search has more than " + MAX_COMMANDS + " commands");
            }
            for (int i = 0; i < pieces.size(); i++) {
                command(expanded.text(), pieces.get(i), i == 0, pieces.size() > 1, commands, expanded, problems);
            }
        } catch (SplProblem problem) {
            problems.add(problem.at(expanded));
        }
        if (!problems.isEmpty()) {
            throw new QueryException(problems);
        }
        return commands;
    }

    private static void command(String text, CommandSplitter.Piece piece, boolean first, boolean more, List<Placed> into, Expanded expanded,
            List<Diagnostic> problems) {
        SplScanner in = new SplScanner(text, piece.begin(), piece.end());
        boolean blank = in.atEnd();
        try {
            if (first && blank && more) {
                return;
            }
            if (blank) {
                throw SplProblem.syntax(Math.max(0, piece.begin() - 1), first ? "the search is empty" : "a command is missing behind the pipe");
            }
            int offset = in.position();
            Command command = first && !in.looksAtWord("search") ? new Command.Search(new SearchParser(in).search()) : new CommandParser(in).parse();
            into.add(new Placed(command, offset));
        } catch (SplProblem problem) {
            problems.add(problem.at(expanded));
        }
    }

    private static void missing(List<Placed> commands, Expanded expanded) throws QueryException {
        List<Diagnostic> problems = new ArrayList<>();
        for (Placed placed : commands) {
            if (placed.command() instanceof Command.Missing missing) {
                problems.add(SplProblem.unsupported(placed.offset(), "the command " + missing.name() + " is not there yet").at(expanded));
            }
        }
        if (!problems.isEmpty()) {
            throw new QueryException(problems);
        }
    }

    /** Says which names no event has: in SPL they are no error, but null. A rule may read any name that events of Windows are known to have. */
    private static void unknown(Scope scope) {
        boolean rule = scope.context().purpose() == QueryContext.Purpose.RULE;
        for (String name : scope.read()) {
            if (rule && !scope.knows(name) && !FieldAliases.standard().isEventData(name)) {
                scope.note("'" + name + "' is no field that Spoor knows: it is null here, where an add-on of Splunk may fill it");
            } else if (!rule && !scope.knows(name)) {
                scope.note("no event has a field '" + name + "'" + scope.nearest(name).map(near -> ", did you mean '" + near + "'?").orElse(""));
            }
        }
    }
}
