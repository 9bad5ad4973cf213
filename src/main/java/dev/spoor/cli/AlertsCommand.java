package dev.spoor.cli;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor alerts}: the stored alerts. */
@Command(name = "alerts", mixinStandardHelpOptions = true, description = "Prints the stored alerts, ordered by time, rule and id.")
final class AlertsCommand extends CaseCommand {
    @Option(names = "--status", paramLabel = "STATUS", description = "Only alerts of this status: open, acknowledged or closed.") String status;
    @Option(names = "--where", paramLabel = "KQL",
            description = "Only alerts that match this KQL over the alert's own keys, for example 'severity: high and host: ca01'.") String where;

    @Override public Integer call() {
        Optional<Status> wanted = DecisionOptions.status(status);
        return on(Opening.READ, (investigation, _) -> {
            List<Alert> alerts = where == null ? investigation.alerts() : investigation.alertsWhere(where);
            try (Printer printer = AlertLines.printer(common)) {
                alerts.stream().filter(alert -> wanted.isEmpty() || alert.status() == wanted.get()).forEach(alert -> printer.print(AlertLines.json(alert)));
            }
            return ExitStatus.DONE;
        });
    }
}
