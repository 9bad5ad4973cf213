package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertJson;
import java.util.List;

/** How commands print alerts. */
final class AlertLines {
    private AlertLines() {}

    static Printer printer(CommonOptions common) {
        return new Printer(System.out, common.format(), List.of("time", "severity", "rule.name", "host", "user", "status", "count", "summary", "id"));
    }

    static ObjectNode json(Alert alert) {
        return AlertJson.write(alert);
    }
}
