package dev.spoor.cli;

import dev.spoor.workbench.RuleFidelity;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;
import java.util.List;

/** The list of all commands. */
final class Commands {
    private Commands() {}

    /** New command objects, one of each. */
    static List<Object> all(Window window) {
        return List.of(new OpenCommand(window), new DemoCommand(), new LoadCommand(), new SourcesCommand(), new DetectCommand(), new AlertsCommand(), new TriageCommand(),
                new ExceptCommand(),
                new SearchCommand(), new RulesCommand(kept -> new RuleFidelity(kept)::of, Commands::shippedRules), new RecordsCommand(), new ReportCommand(), new VerifyCommand(),
                new ExplainCommand());
    }

    private static List<Path> shippedRules() {
        try {
            return Workbench.shippedRules();
        } catch (WorkbenchException e) {
            throw CommandFailure.nothingDone(e.getMessage(), e);
        }
    }
}
