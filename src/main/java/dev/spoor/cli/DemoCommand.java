package dev.spoor.cli;

import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spoor demo}: the sample investigation without a window. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Makes the sample case, runs the shipped rules, decides about a false positive, adds an exception and writes the report.")
final class DemoCommand implements Callable<Integer> {
    private static final String BACKUP_ACCOUNT = "svc-backup";
    @Spec private CommandSpec spec;
    @Mixin CommonOptions common;
    @Option(names = "--out", paramLabel = "DIR",
            description = "Where the case, the logs and the report go; an earlier sample case there is replaced. Default: spoor-demo") Path folder = Path.of("spoor-demo");

    @Override public Integer call() {
        ProgressBar progress = new ProgressBar(System.err, !common.quiet() && System.console() != null);
        Workbench workbench = CommandLineApp.workbench(spec);
        try {
            Files.deleteIfExists(folder.resolve("northwind.spoor"));
            Path file = new SampleCase(workbench).prepare(folder, progress);
            try (Investigation investigation = workbench.open(file)) {
                investigate(investigation, progress);
            }
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw CommandFailure.nothingDone("The folder " + folder + " cannot be used: " + e.getMessage(), e);
        } catch (WorkbenchException e) {
            throw CommandFailure.nothingDone(e.getMessage(), e);
        } finally {
            progress.done();
        }
    }

    private void investigate(Investigation investigation, ProgressBar progress) throws WorkbenchException {
        PrintStream out = System.out;
        CaseSummary summary = investigation.summary();
        progress.done();
        out.println("Case " + summary.name() + ": " + summary.events() + " events from " + summary.sources() + " sources, " + summary.rulesRan() + " rules ran, "
                + summary.rulesNotRun()
                + " could not.");
        out.println();
        investigation.alerts().forEach(alert -> out.println(line(alert)));
        List<Alert> backups = investigation.alerts().stream().filter(alert -> alert.values().containsValue(BACKUP_ACCOUNT)).toList();
        String why = "Nightly backup of the certificate store by its service account, as planned.";
        investigation.decide(backups.stream().map(Alert::id).toList(), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), why, List.of()));
        out.println();
        for (Alert backup : backups) {
            ExceptionDraft suggested = investigation.suggestException(backup.id());
            ExceptionDraft draft = new ExceptionDraft("Nightly certificate store backup", suggested.entries(), why, Optional.empty());
            investigation.addException(draft.item(UUID.randomUUID().toString(), backup.rule().id(), investigation.analyst(), Time.of(Instant.now())));
            out.println("Marked as a false positive and excepted: " + backup.summary());
        }
        List<Alert> again = investigation.detect(List.of(), progress);
        progress.done();
        out.println("Ran the rules again: " + again.size() + " alerts.");
        for (String report : List.of("report.html", "report.json")) {
            investigation.report(folder.resolve(report), progress);
            out.println("Report: " + folder.resolve(report).toAbsolutePath());
        }
        out.println("Case:   " + investigation.path().toAbsolutePath());
    }

    private static String line(Alert alert) {
        return String.format(Locale.ROOT, "  %-8s %s  %s", alert.severity().word(), alert.time() == Time.NONE ? "-" : Time.iso(alert.time()).substring(0, 19).replace('T', ' '),
                alert.summary());
    }
}
