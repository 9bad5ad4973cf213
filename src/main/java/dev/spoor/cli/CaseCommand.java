package dev.spoor.cli;

import dev.spoor.rule.library.RuleCache;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import dev.spoor.workbench.Workbench;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all commands on a case share: the case, the common options, and how failures end. */
abstract class CaseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin CommonOptions common;

    @Parameters(index = "0", paramLabel = "CASE", description = "The case file.") Path caseFile;

    /** How the case is opened. */
    enum Opening {
        READ, WRITE, CREATE
    }

    /** Work on an open case. */
    @FunctionalInterface
    interface Work {
        int run(Investigation investigation, ProgressBar progress) throws WorkbenchException;
    }

    /** The rules that were read before; none where the command reads no rules. */
    RuleCache rules() {
        return RuleCache.none();
    }

    final int on(Opening opening, Work work) {
        ProgressBar progress = new ProgressBar(System.err, !common.quiet() && System.console() != null);
        Workbench workbench = CommandLineApp.workbench(spec, rules());
        try (Investigation investigation = switch (opening) {
            case READ -> workbench.openToRead(caseFile);
            case WRITE -> workbench.open(caseFile);
            case CREATE -> workbench.openOrCreate(caseFile);
        }) {
            return work.run(investigation, progress);
        } catch (WorkbenchException e) {
            throw CommandFailure.nothingDone(e.getMessage(), e);
        } finally {
            progress.done();
        }
    }

    final Printer printer(String... columns) {
        return new Printer(stdout(), common.format(), List.of(columns));
    }

    final void note(String message) {
        if (!common.quiet()) {
            System.err.println(PlainText.lines(message));
        }
    }

    static PrintStream stdout() {
        return System.out;
    }
}
