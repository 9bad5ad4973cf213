package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.query.parse.EventFields;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EQL from the file to the alert. */
class SequenceRulesTest {
    private static final String STARTS = """
            {"@timestamp":"2024-05-02T08:00:00Z","kind":"process","event":{"category":"process","type":"start"},"host":{"name":"wks-114"},"process":{"name":"regsvr32.exe","entity_id":"p1"}}
            {"@timestamp":"2024-05-02T08:00:30Z","kind":"process","event":{"category":"process","type":"start"},"host":{"name":"wks-114"},"process":{"name":"regsvr32.exe","entity_id":"p2"}}
            {"@timestamp":"2024-05-02T08:05:00Z","kind":"process","event":{"category":"process","type":"start"},"host":{"name":"wks-120"},"process":{"name":"regsvr32.exe","entity_id":"p3"}}
            """;
    private static final String CONNECTIONS = """
            {"@timestamp":"2024-05-02T08:00:10Z","kind":"network","event":{"category":"network"},"host":{"name":"wks-114"},"process":{"entity_id":"p1"},"destination":{"ip":"198.51.100.7"}}
            {"@timestamp":"2024-05-02T08:00:40Z","kind":"network","event":{"category":"network"},"host":{"name":"wks-114"},"process":{"entity_id":"p2"},"destination":{"ip":"10.0.0.9"}}
            {"@timestamp":"2024-05-02T08:09:00Z","kind":"network","event":{"category":"network"},"host":{"name":"wks-120"},"process":{"entity_id":"p3"},"destination":{"ip":"198.51.100.7"}}
            """;
    private static final String RULE = """
            [rule]
            name = "Regsvr32 calls out"
            rule_id = "5e9a0000-0000-4000-8000-000000000001"
            description = "d"
            risk_score = 47
            severity = "medium"
            type = "eql"
            language = "eql"
            %squery = '''
            sequence by host.id with maxspan=1m
              [%s where event.type == "start" and process.name : "REGSVR32.exe"] by process.entity_id
              [%s where not cidrMatch(destination.ip, "10.0.0.0/8", "127.0.0.0/8")] by process.entity_id
            '''
            """;
    @TempDir Path folder;
    private Path starts;
    private Path connections;
    private Path rule;

    @BeforeEach void files() throws IOException {
        starts = Files.writeString(folder.resolve("starts.ndjson"), STARTS);
        connections = Files.writeString(folder.resolve("connections.ndjson"), CONNECTIONS);
        rule = Files.writeString(folder.resolve("rule.toml"), RULE.formatted("", "process", "network"));
    }

    private Investigation loaded(String name, Path... files) throws WorkbenchException {
        Investigation investigation = new Workbench().openOrCreate(folder.resolve(name));
        for (Path file : files) {
            investigation.load(List.of(file), LoadOptions.DEFAULT, Job.SILENT);
        }
        return investigation;
    }

    @Test void aSequenceIsOneAlertWithAllItsEvents() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", starts, connections)) {
            List<Alert> alerts = investigation.detect(List.of(rule), Job.SILENT);
            assertEquals(1, alerts.size());
            Alert alert = alerts.getFirst();
            assertEquals(2, alert.count());
            assertEquals(List.of(1L, 1L), alert.events().stream().map(EventReference::record).toList());
            assertEquals("2024-05-02T08:00:10.000000000Z", Time.iso(alert.time()));
            assertEquals("wks-114", alert.host().orElseThrow());
        }
    }

    @Test void theOrderOfLoadingMakesNoDifference() throws WorkbenchException {
        try (Investigation one = loaded("a.spoor", starts, connections); Investigation other = loaded("b.spoor", connections, starts)) {
            assertEquals(one.detect(List.of(rule), Job.SILENT).stream().map(Alert::id).toList(), other.detect(List.of(rule), Job.SILENT).stream().map(Alert::id).toList());
        }
    }

    @Test void anExceptionKeepsEventsOutOfASequence() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", starts, connections)) {
            Alert alert = investigation.detect(List.of(rule), Job.SILENT).getFirst();
            ExceptionItem item =
                    new ExceptionItem("known", alert.rule().id(), "known", List.of(new Entry("destination.ip", Entry.Operator.IS, false, List.of("198.51.100.7"), false)), "why",
                            "tester", Time.parse("2024-05-03"), Optional.empty(), true);
            assertEquals(List.of(alert.id()), investigation.preview(item).alerts().stream().map(Alert::id).toList());
            investigation.addException(item);
            assertEquals(List.of(), investigation.detect(List.of(rule), Job.SILENT));
        }
    }

    @Test void aRuleNamesItsCategoryField() throws WorkbenchException, IOException {
        Files.writeString(rule, RULE.formatted("event_category_override = \"kind\"\n", "process", "network"));
        try (Investigation investigation = loaded("a.spoor", starts, connections)) {
            assertEquals(1, investigation.detect(List.of(rule), Job.SILENT).size());
        }
    }

    @Test void aHuntTellsSequencesWithTheirKeys() throws WorkbenchException {
        String query = "sequence by host.name with maxspan=5m [process where true] by process.entity_id ![network where destination.ip == \"10.0.0.9\"] by process.entity_id"
                + " [network where true] by process.entity_id";
        EventFields fields = EventFields.of(Optional.empty(), Optional.of("kind"), Optional.empty());
        try (Investigation investigation = loaded("a.spoor", starts, connections)) {
            HuntAnswer answer = investigation.hunt(new HuntRequest("eql", query, List.of(), OptionalLong.of(2), ZoneOffset.UTC, false, fields, 1), Job.SILENT);
            HuntAnswer.Groups groups = (HuntAnswer.Groups) answer;
            assertEquals(3, groups.found());
            assertEquals(2, groups.groups().size());
            assertEquals(List.of(Optional.of("wks-114"), Optional.of("p1")), groups.groups().getFirst().keys());
            assertTrue(groups.groups().getFirst().events().get(1).isEmpty());
            assertEquals("198.51.100.7", groups.groups().getFirst().events().get(2).orElseThrow().document().at("/destination/ip").asText());
        }
    }
}
