package dev.spoor.cli;

import dev.spoor.job.CancelledException;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.workbench.Workbench;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code spoor} command and its sub-commands. */
@Command(name = "spoor", mixinStandardHelpOptions = true, versionProvider = CommandLineApp.Version.class, usageHelpWidth = 110,
        description = "Loads log exports into a case, runs published detection rules over them, and helps to decide about the alerts.",
        footer = {"",
                "Without a command the window opens. Exit status: 0 done, 1 verify found a difference, 2 wrong usage, 3 nothing could be done with the input, 4 fault of the program, 130 cancelled."})
public final class CommandLineApp implements Runnable {
    @Spec private CommandSpec spec;
    private final Supplier<Optional<String>> analyst;

    private CommandLineApp(Supplier<Optional<String>> analyst) {
        this.analyst = analyst;
    }

    /**
     * Runs a command line; without arguments opens the window.
     *
     * @param analyst the name to work under where SPOOR_ANALYST does not state one; empty for the operating system's user
     * @return the exit status
     */
    public static int run(Window window, Supplier<Optional<String>> analyst, String... arguments) {
        if (arguments.length == 0) {
            return SampleWindow.open(window, analyst);
        }
        CommandLine line = new CommandLine(new CommandLineApp(analyst));
        for (Object command : Commands.all(window)) {
            line.addSubcommand(command);
        }
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(System.out, true));
        line.setErr(new PrintWriter(System.err, true));
        line.setParameterExceptionHandler(CommandLineApp::wrongUsage);
        line.setExecutionExceptionHandler(CommandLineApp::failed);
        return line.execute(arguments);
    }

    /** What opens cases for a command: in the analyst's name, which is asked once. */
    static Workbench workbench(CommandSpec command) {
        return workbench(command, RuleCache.none());
    }

    /** The same with rules that were read before. */
    static Workbench workbench(CommandSpec command, RuleCache rules) {
        Optional<String> name = ((CommandLineApp) command.root().userObject()).analyst.get();
        return new Workbench(() -> name, rules);
    }

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? One of: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("spoor: " + PlainText.lines(wrong.getMessage()));
        err.println("See: spoor " + (wrong.getCommandLine().getParent() == null ? "" : wrong.getCommandLine().getCommandName() + " ") + "--help");
        return ExitStatus.USAGE;
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        return switch (failure) {
            case CommandFailure told -> {
                err.println("spoor: " + PlainText.lines(told.getMessage()));
                yield told.status();
            }
            case CancelledException _ -> {
                err.println("spoor: cancelled");
                yield ExitStatus.CANCELLED;
            }
            default -> {
                err.println("spoor: a fault of the program: " + failure);
                failure.printStackTrace(err);
                yield ExitStatus.INTERNAL;
            }
        };
    }

    /** The version from the JAR's manifest. */
    static final class Version implements IVersionProvider {
        @Override public String[] getVersion() {
            String version = CommandLineApp.class.getPackage().getImplementationVersion();
            return new String[] {"spoor " + (version == null ? "(development)" : version)};
        }
    }
}
