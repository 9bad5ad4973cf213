package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import dev.spoor.triage.EntityRisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Splunk's risk rules say of hosts and users. */
class RiskMessagesTest {
    @TempDir Path folder;

    @Test void placeholdersOfAMessageAreFilledFromTheRow() throws IOException, WorkbenchException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), """
                {"@timestamp":"2026-05-04T10:00:00Z","dest":"ca01","user":"adm-pki2","process_name":"keytool.exe","src":"10.1.2.3"}
                {"@timestamp":"2026-05-04T10:00:01Z","dest":"ca01","user":"adm-pki2","process_name":"keytool.exe","src":"10.1.2.3"}
                """);
        Path rule = Files.writeString(folder.resolve("keys.yml"), """
                name: Keys Exported Again And Again
                id: 9d2f64f2-7a35-4f0c-8f5e-6f0a1a4f7b55
                version: 1
                date: '2026-05-02'
                author: Ines Calvo
                status: production
                type: Anomaly
                description: Invented.
                search: 'process_name="keytool.exe" | stats count by dest user process_name'
                rba:
                  message: Keys were exported on $dest$ by $user$ with $process_name$ ($count$ times).
                  risk_objects:
                  - field: dest
                    type: system
                    score: 40
                  - field: user
                    type: user
                    score: 64
                  threat_objects: []
                tags:
                  mitre_attack_id: [T1552.004]
                """);
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            investigation.detect(List.of(rule), Job.SILENT);
            List<EntityRisk> risks = investigation.entities().risks();
            assertEquals(List.of("user adm-pki2 64", "host ca01 40"), risks.stream().map(risk -> risk.kind().word() + " " + risk.name() + " " + risk.day()).toList());
            String message = "Keys were exported on ca01 by adm-pki2 with keytool.exe (2 times).";
            assertEquals(List.of(message, message), risks.stream().map(risk -> risk.parts().getFirst().alert().summary()).toList());
            Path file = folder.resolve("alerts.csv");
            assertEquals(1, investigation.exportAlerts(investigation.alerts().stream().map(alert -> alert.id()).toList(), file, Job.SILENT));
            assertEquals(2, Files.readAllLines(file).size());
            assertEquals("export", investigation.journal().getLast().action());
        }
    }
}
