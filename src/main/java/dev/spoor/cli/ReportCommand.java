package dev.spoor.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor report}: writes the report. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes a report of the case. Its kind is told by the suffix: .html or .json.")
final class ReportCommand extends CaseCommand {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.") Path out;

    @Override public Integer call() {
        return on(Opening.WRITE, (investigation, progress) -> {
            investigation.report(out, progress);
            progress.done();
            note("Report written to " + out);
            return ExitStatus.DONE;
        });
    }
}
