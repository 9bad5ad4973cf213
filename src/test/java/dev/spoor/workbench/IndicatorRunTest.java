package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicators of files, from the file to the alert in the case. */
class IndicatorRunTest {
    private static final String EVENTS = """
            {"@timestamp":"2024-05-02T08:00:00Z","event":{"category":"network"},"host":{"name":"wks-114"},"destination":{"ip":"198.51.100.7"}}
            {"@timestamp":"2024-05-02T08:00:10Z","event":{"category":"network"},"host":{"name":"wks-114"},"destination":{"ip":"198.51.100.8"}}
            """;
    private static final String RULE = """
            [rule]
            name = "Known relays"
            rule_id = "5e9a0000-0000-4000-8000-000000000021"
            description = "d"
            risk_score = 47
            severity = "medium"
            type = "threat_match"
            building_block_type = "default"
            query = "destination.ip:*"
            threat_index = ["logs-ti_*"]
            threat_query = '@timestamp >= "now-30d/d" and event.dataset:ti_* and threat.indicator.ip:*'
            [[rule.threat_mapping]]
            [[rule.threat_mapping.entries]]
            field = "destination.ip"
            value = "threat.indicator.ip"
            """;
    @TempDir Path folder;

    @Test void anIndicatorOfAFileMakesTheSameAlertInEveryRun() throws WorkbenchException, IOException {
        Path rule = Files.writeString(folder.resolve("rule.toml"), RULE);
        Path list = Files.writeString(folder.resolve("relays.txt"), "198.51.100.7\nno indicator\n");
        DetectRequest request = new DetectRequest(List.of(rule), List.of(), Optional.empty(), 1, List.of(list));
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            investigation.load(List.of(Files.writeString(folder.resolve("events.ndjson"), EVENTS)), LoadOptions.DEFAULT, Job.SILENT);
            List<Alert> alerts = investigation.detect(request, Job.SILENT);
            assertEquals(1, alerts.size());
            assertEquals(List.of("198.51.100.7"), alerts.getFirst().values().get("threat.enrichments.matched.atomic"));
            assertEquals(List.of("relays.txt"), alerts.getFirst().values().get("threat.enrichments.feed.name"));
            assertEquals(List.of("building block"), alerts.getFirst().tags());
            assertEquals(alerts, investigation.detect(request, Job.SILENT));
            assertEquals(true, investigation.journal().getLast().detail().contains("relays.txt: left out 1 lines of no known kind"));
            assertEquals(List.of(), investigation.detect(List.of(rule), Job.SILENT));
        }
    }
}
