package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.Job;
import dev.spoor.query.parse.KeptQueries;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleJson;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.rule.library.RuleLibrary;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor rules}: reads rules without a case. */
@Command(name = "rules", description = "Reads detection rules and tells what they say and whether they can run here.", mixinStandardHelpOptions = true)
public final class RulesCommand implements Runnable {
    private final Function<KeptQueries, RuleChecker> checkers;
    private final Supplier<List<Path>> shipped;
    @Spec private CommandSpec spec;

    /**
     * The command.
     *
     * @param checkers makes what compiles queries; it is given queries that were compiled before
     * @param shipped where the rules are that come with the program
     */
    public RulesCommand(Function<KeptQueries, RuleChecker> checkers, Supplier<List<Path>> shipped) {
        this.checkers = checkers;
        this.shipped = shipped;
    }

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? rules check PATH..., rules list or rules show ID.");
    }

    /** One line per rule of files and folders. */
    @Command(name = "check", description = "Reads files and folders; one line per rule with what of it can run.", mixinStandardHelpOptions = true)
    int check(@Parameters(arity = "1..*", paramLabel = "PATH", description = "Rule files and folders.") List<Path> paths, @Mixin CommonOptions common, @Mixin CacheOption caching) {
        RuleCache cache = caching.cache(common.quiet());
        RuleLibrary library = load(paths, common, cache);
        RuleChecker checker = checkers.apply(cache.queries());
        try (Printer printer = RuleLine.printer(common)) {
            library.rules().forEach(rule -> printer.print(RuleLine.of(rule, checker.check(rule))));
            library.duplicates().forEach(duplicate -> printer.print(RuleLine.of(duplicate.rule(), checker.check(duplicate.rule()))));
            library.problems().forEach(problem -> printer.print(RuleLine.of(problem)));
        }
        cache.save();
        return library.rules().isEmpty() ? nothing(paths) : ExitStatus.DONE;
    }

    /** The library's rules, which is what {@code detect} would run. */
    @Command(name = "list", description = "Lists the rules that would run: those shipped, or those of --rules.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--rules", arity = "1..*", paramLabel = "PATH", description = "Rule files and folders instead of the shipped ones.") List<Path> paths,
            @Mixin CommonOptions common, @Mixin CacheOption caching) {
        RuleCache cache = caching.cache(common.quiet());
        RuleLibrary library = load(chosen(paths), common, cache);
        RuleChecker checker = checkers.apply(cache.queries());
        try (Printer printer = RuleLine.printer(common)) {
            library.rules().forEach(rule -> printer.print(RuleLine.of(rule, checker.check(rule))));
        }
        cache.save();
        return library.rules().isEmpty() ? nothing(chosen(paths)) : ExitStatus.DONE;
    }

    /** Everything that one rule says. */
    @Command(name = "show", description = "Prints everything that a rule says as one JSON object.", mixinStandardHelpOptions = true)
    int show(@Parameters(index = "0", paramLabel = "ID", description = "The rule's id, or its name.") String id,
            @Option(names = "--rules", arity = "1..*", paramLabel = "PATH", description = "Rule files and folders instead of the shipped ones.") List<Path> paths,
            @Mixin CommonOptions common, @Mixin CacheOption caching) {
        RuleCache cache = caching.cache(common.quiet());
        RuleLibrary library = load(chosen(paths), common, cache);
        RuleChecker checker = checkers.apply(cache.queries());
        Rule rule = library.rule(id).or(() -> library.rules().stream().filter(one -> one.name().equals(id)).findFirst())
                .orElseThrow(() -> CommandFailure.nothingDone("no rule has the id or name \"" + id + "\" in " + chosen(paths), null));
        ObjectNode json = RuleJson.of(rule);
        Fidelity fidelity = checker.check(rule);
        json.put("status", fidelity.status().word());
        fidelity.reasons().forEach(json.putArray("reasons")::add);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(PlainText.json(common.format() == OutputFormat.table ? json.toPrettyString() : json.toString()));
        return ExitStatus.DONE;
    }

    private List<Path> chosen(List<Path> paths) {
        return paths == null || paths.isEmpty() ? shipped.get() : paths;
    }

    private RuleLibrary load(List<Path> paths, CommonOptions common, RuleCache cache) {
        RuleLibrary library = RuleLibrary.load(paths, Job.SILENT, cache);
        if (!common.quiet()) {
            PrintWriter err = spec.commandLine().getErr();
            library.duplicates().forEach(duplicate -> err.println(PlainText.line(duplicate.message())));
            library.problems().forEach(problem -> err.println(PlainText.lines(problem.path() + ":" + problem.line() + ":" + problem.column() + ": "
                    + problem.message())));
            err.println(library.rules().size() + " rules, " + library.duplicates().size() + " duplicates, " + library.problems().size() + " problems, "
                    + library.notRules().size() + " files that are no rule");
        }
        return library;
    }

    private int nothing(List<Path> paths) {
        spec.commandLine().getErr().println("spoor: no rule could be read from " + paths);
        return ExitStatus.NOTHING_DONE;
    }
}
