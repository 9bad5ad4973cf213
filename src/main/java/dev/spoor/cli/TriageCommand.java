package dev.spoor.cli;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor triage}: decides about alerts. */
@Command(name = "triage", mixinStandardHelpOptions = true, description = "Decides about alerts and prints them as they now stand.")
final class TriageCommand extends CaseCommand {
    @Option(names = "--alerts", split = ",", paramLabel = "ID", description = "The alerts.") List<String> ids = new ArrayList<>();
    @Option(names = "--where", paramLabel = "KQL", description = "All alerts that match this KQL.") String where;
    @Option(names = "--status", required = true, paramLabel = "STATUS", description = "open, acknowledged or closed.") String status;
    @Option(names = "--reason", paramLabel = "REASON", description = "With closed: false_positive, benign_positive, true_positive, duplicate or other.") String reason;
    @Option(names = "--note", paramLabel = "TEXT", description = "Why.") String note = "";
    @Option(names = "--tag", paramLabel = "TAG", description = "Adds a tag; may be repeated.") List<String> tags = new ArrayList<>();

    @Override public Integer call() {
        if (ids.isEmpty() == (where == null)) {
            throw CommandFailure.usage("Name the alerts with --alerts or with --where.");
        }
        Status newStatus = DecisionOptions.status(status).orElseThrow();
        Optional<Reason> newReason = DecisionOptions.reason(reason);
        if (newReason.isPresent() && newStatus != Status.CLOSED) {
            throw CommandFailure.usage("--reason goes with --status closed.");
        }
        return on(Opening.WRITE, (investigation, _) -> {
            Set<String> chosen = new LinkedHashSet<>(where == null ? ids : investigation.alertsWhere(where).stream().map(Alert::id).toList());
            investigation.decide(chosen, new Decision(newStatus, newReason, note, tags));
            try (Printer printer = AlertLines.printer(common)) {
                investigation.alerts().stream().filter(alert -> chosen.contains(alert.id())).forEach(alert -> printer.print(AlertLines.json(alert)));
            }
            return ExitStatus.DONE;
        });
    }
}
