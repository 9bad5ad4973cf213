package dev.spoor.query.spl;

import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.spl.Command.Placed;
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
        Scope scope = new Scope(context, Scope.mentioned(expanded.text()));
        PipelineBuilder builder = new PipelineBuilder(scope);
        try {
            builder.addAll(commands);
        } catch (SplProblem problem) {
            throw new QueryException(problem.at(expanded));
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
        List<Diagnostic> problems = new ArrayList<>();
        List<Placed> commands = PipeReader.commands(expanded.text(), problem -> problems.add(problem.at(expanded)));
        if (!problems.isEmpty()) {
            throw new QueryException(problems);
        }
        return commands;
    }

    private static void missing(List<Placed> commands, Expanded expanded) throws QueryException {
        List<Diagnostic> problems = new ArrayList<>();
        for (Placed placed : commands) {
            if (placed.command() instanceof Command.Missing missing) {
                problems.add(SplProblem.unsupported(placed.offset(), "the command " + missing.name() + " is not there yet").at(expanded));
            } else if (placed.command() instanceof Command.Elsewhere elsewhere) {
                problems.add(SplProblem.unsupported(placed.offset(), "the command " + elsewhere.name() + " " + elsewhere.reason()).at(expanded));
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
