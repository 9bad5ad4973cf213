package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.sample.SampleLogs;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names in JSON lines, the formats and the exit statuses on which scripts rely. */
class ContractTest {
    @TempDir Path folder;
    private Path caseFile;
    private Path log;

    @BeforeEach void load() throws IOException {
        caseFile = folder.resolve("case.spoor");
        for (Map.Entry<String, byte[]> file : SampleLogs.files().entrySet()) {
            Path written = Files.write(folder.resolve(file.getKey()), file.getValue());
            log = file.getKey().startsWith("dc01") ? written : log;
        }
        assertEquals(0, Spoor.run("load", "--quiet", caseFile, folder.resolve("dc01-Security.evtx"), folder.resolve("mac-017-endpoint.ndjson"), "--dataset", "default").status());
    }

    private static void hasKeys(JsonNode node, String... keys) {
        for (String key : keys) {
            assertTrue(node.has(key), key + " in " + node);
        }
    }

    private static void isText(JsonNode node, String... keys) {
        for (String key : keys) {
            assertTrue(node.path(key).isTextual(), key + " in " + node);
        }
    }

    private List<JsonNode> lines(Object... arguments) throws IOException {
        Spoor.Outcome outcome = Spoor.run(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        List<JsonNode> lines = outcome.json();
        assertFalse(lines.isEmpty(), "no line");
        return lines;
    }

    @Test void commandsWorkUnderTheNameThatWasGivenInTheWindow() throws WorkbenchException {
        assertEquals(0, Spoor.runAs(Optional.of("k.mori"), "load", "--quiet", folder.resolve("signed.spoor"), folder.resolve("mac-017-endpoint.ndjson")).status());
        try (Investigation investigation = new Workbench().openToRead(folder.resolve("signed.spoor"))) {
            assertEquals(Workbench.stated().orElse("k.mori"), investigation.journal().getLast().actor());
        }
    }

    private static void isAlert(JsonNode alert) {
        hasKeys(alert, "id", "rule", "time", "severity", "risk", "status", "reason", "techniques", "tactics", "host", "user", "summary", "events", "values", "count");
        isText(alert, "id", "time", "severity", "status", "summary");
        isText(alert.path("rule"), "id", "name", "origin", "language", "version", "fidelity");
        assertTrue(alert.path("time").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"), alert.path("time").asText());
        assertTrue(alert.path("techniques").isArray() && alert.path("tactics").isArray() && alert.path("values").isObject() && alert.path("count").isIntegralNumber());
        JsonNode event = alert.path("events").path(0);
        hasKeys(event, "id", "source", "entry", "record");
        assertTrue(event.path("id").isIntegralNumber() && event.path("record").isIntegralNumber() && event.path("entry").isNull());
    }

    @Test void alertsHaveTheirKeysAndComeInTheirOrder() throws IOException {
        List<JsonNode> detected = lines("detect", caseFile);
        List<JsonNode> stored = lines("alerts", caseFile);
        assertEquals(detected, stored);
        stored.forEach(ContractTest::isAlert);
        List<String> order = stored.stream().map(alert -> alert.path("time").asText() + alert.path("rule").path("id").asText() + alert.path("id").asText()).toList();
        assertEquals(order.stream().sorted().toList(), order);
        String id = stored.getFirst().path("id").asText();
        JsonNode decided = lines("triage", caseFile, "--alerts", id, "--status", "closed", "--reason", "false_positive", "--note", "@ plain text").getFirst();
        isAlert(decided);
        assertEquals("closed false_positive", decided.path("status").asText() + " " + decided.path("reason").asText());
        assertEquals(stored.size() - 1, lines("alerts", caseFile, "--status", "open").size());
        assertEquals(1, lines("alerts", "--where", "reason: false_positive", caseFile).size());
    }

    @Test void sourcesSearchAndRecordsHaveTheirKeys() throws IOException {
        for (JsonNode source : lines("sources", caseFile)) {
            hasKeys(source, "path", "entry", "sha256", "size", "format", "records", "damaged", "repaired", "first", "last", "duplicate_of");
            assertTrue(source.path("sha256").asText().matches("[0-9a-f]{64}"));
        }
        JsonNode event = lines("search", caseFile, "event.code: *", "--language", "kql", "--limit", "1").getFirst();
        hasKeys(event, "event", "id", "source", "record");
        JsonNode named = lines("search", "--language", "kql", "--fields", "event.code,host.name", "--limit", "1", caseFile, "event.code: *").getFirst();
        assertEquals(List.of("event", "host"), new ArrayList<>(iterable(named.path("event"))));
        JsonNode row = lines("search", caseFile, "EventCode=* | stats count by EventCode", "--language", "spl").getFirst();
        hasKeys(row.path("row"), "EventCode", "count");
        JsonNode record = lines("records", log).getFirst();
        hasKeys(record, "record", "header_record", "offset", "event_id", "version", "provider", "channel", "computer", "level", "task", "opcode", "keywords", "time", "event_data",
                "recovered");
        assertTrue(record.path("event_data").path(0).isArray() && record.path("event_id").isIntegralNumber() && record.path("recovered").isBoolean());
    }

    private static List<String> iterable(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test void rulesHaveTheirKeys() throws IOException {
        for (JsonNode rule : lines("rules", "check", "rules")) {
            hasKeys(rule, "path", "id", "name", "origin", "format", "type", "language", "status", "reasons", "severity", "risk", "techniques", "guide", "exceptions");
            assertTrue(rule.path("guide").isBoolean() && rule.path("exceptions").isIntegralNumber() && rule.path("reasons").isArray());
        }
    }

    @Test void everyCommandKnowsEveryFormat() throws IOException {
        Spoor.run("detect", caseFile, "--quiet");
        List<List<Object>> commands = List.of(List.of("detect", caseFile), List.of("alerts", caseFile), List.of("sources", caseFile), List.of("rules", "check", "rules"),
                List.of("rules", "list"), List.of("records", log), List.of("search", caseFile, "event.code: *", "--language", "kql"),
                List.of("search", caseFile, "EventCode=* | stats count by EventCode", "--language", "spl"));
        for (List<Object> command : commands) {
            for (String format : List.of("table", "csv", "jsonl")) {
                List<Object> behind = new ArrayList<>(command);
                behind.addAll(List.of("--format", format, "--quiet"));
                List<Object> before = new ArrayList<>(command);
                before.addAll(command.getFirst().equals("rules") ? 2 : 1, List.of("--format", format, "--quiet"));
                Spoor.Outcome outcome = Spoor.run(behind.toArray());
                assertEquals(0, outcome.status(), command + outcome.err());
                assertTrue(outcome.out().lines().count() >= 2, command + " " + format + outcome.out());
                assertEquals("", outcome.err(), "quiet");
                assertEquals(outcome.out(), Spoor.run(before.toArray()).out(), "options before " + command);
                assertFalse(!format.equals("jsonl") && outcome.out().lines().skip(1).allMatch(line -> line.replace(",", "").isBlank()), "empty cells: " + command);
            }
        }
    }

    @Test void exitStatusesAreThoseOfTheContract() {
        assertEquals(0, Spoor.run("alerts", caseFile).status(), "nothing found is done");
        assertEquals(2, Spoor.run("alerts").status());
        assertEquals(2, Spoor.run("alerts", caseFile, "--format", "xml").status());
        assertEquals(2, Spoor.run("alerts", caseFile, "--status", "shut").status());
        assertEquals(3, Spoor.run("alerts", folder.resolve("none.spoor")).status());
        assertEquals(3, Spoor.run("search", caseFile, "((", "--language", "kql").status());
        assertEquals(3, Spoor.run("records", folder.resolve("none.evtx")).status());
        assertEquals(3, Spoor.run("rules", "check", folder.resolve("none")).status());
    }
}
