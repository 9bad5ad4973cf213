package dev.spoor.cli;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
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
    @Option(names = "--status", paramLabel = "STATUS", description = "open, acknowledged or closed.") String status;
    @Option(names = "--reason", paramLabel = "REASON", description = "With closed: false_positive, benign_positive, true_positive, duplicate or other.") String reason;
    @Option(names = "--note", paramLabel = "TEXT", description = "Why.") String note = "";
    @Option(names = "--severity", paramLabel = "SEVERITY",
            description = "Gives another severity, for the reason of --note: informational, low, medium, high, critical; rule: the rule's own again.") String severity;
    @Option(names = "--variants", description = "With --severity: for all alerts that look like these, those that come later too.") boolean variants;
    @Option(names = "--tag", paramLabel = "TAG", description = "Adds a tag; may be repeated.") List<String> tags = new ArrayList<>();

    @Override public Integer call() {
        if (ids.isEmpty() == (where == null)) {
            throw CommandFailure.usage("Name the alerts with --alerts or with --where.");
        }
        if (status == null && severity == null || severity == null && variants) {
            throw CommandFailure.usage(variants ? "--variants goes with --severity." : "Say what is decided, with --status or --severity.");
        }
        if (status == null && (reason != null || !tags.isEmpty())) {
            throw CommandFailure.usage("--reason and --tag go with --status.");
        }
        Optional<Status> newStatus = DecisionOptions.status(status);
        Optional<Severity> given = severity == null || severity.equals("rule") ? Optional.empty() : Optional.of(DecisionOptions.severity(severity));
        if (given.isPresent() && note.isBlank()) {
            throw CommandFailure.usage("--severity needs the reason: --note TEXT.");
        }
        Optional<Reason> newReason = DecisionOptions.reason(reason);
        if (newReason.isPresent() && newStatus.get() != Status.CLOSED) {
            throw CommandFailure.usage("--reason goes with --status closed.");
        }
        return on(Opening.WRITE, (investigation, _) -> {
            Set<String> chosen = new LinkedHashSet<>(where == null ? ids : investigation.alertsWhere(where).stream().map(Alert::id).toList());
            if (newStatus.isPresent()) {
                investigation.decide(chosen, new Decision(newStatus.get(), newReason, note, tags));
            }
            if (severity != null) {
                investigation.severities().give(wanted(investigation, chosen, given));
            }
            try (Printer printer = AlertLines.printer(common)) {
                investigation.alerts().stream().filter(alert -> chosen.contains(alert.id())).forEach(alert -> printer.print(AlertLines.json(alert)));
            }
            return ExitStatus.DONE;
        });
    }

    private List<GivenSeverity> wanted(Investigation investigation, Set<String> chosen, Optional<Severity> given) throws WorkbenchException {
        return variants ? GivenSeverity.toVariants(investigation.alertList().stream().filter(alert -> chosen.contains(alert.id())).toList(), given, note)
                : chosen.stream().map(id -> new GivenSeverity(GivenSeverity.Scope.ALERT, id, given, note, "", 0)).toList();
    }
}
