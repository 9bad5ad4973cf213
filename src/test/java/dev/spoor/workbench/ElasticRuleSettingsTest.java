package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.Job;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Elastic's rules set beside their query, from files to alerts: each case of {@code workbench/rules/settings.json} has a rule (a part of an export; what every rule needs is
 * filled in), more lines of the export, events, and the alerts as those keys of {@code spoor alerts} that it names; {@code records} are the places of the events.
 */
class ElasticRuleSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;

    static Stream<Named<JsonNode>> cases() throws IOException {
        return StreamSupport.stream(JSON.readTree(Path.of("src/test/resources/workbench/rules/settings.json").toFile()).spliterator(), false)
                .map(one -> Named.of(one.path("about").asText(), one));
    }

    @ParameterizedTest @MethodSource("cases")
    void aRuleGivesTheAlertsThatElasticWouldGive(JsonNode given) throws Exception {
        Path events = Files.write(folder.resolve("events.ndjson"), lines(given.path("events")));
        ObjectNode rule = JSON.createObjectNode().put("rule_id", "r1").put("name", "Odd thing").put("type", "query").put("language", "kuery").put("query", "*:*")
                .put("risk_score", 21).put("severity", "low").put("version", 1);
        rule.setAll((ObjectNode) given.path("rule"));
        List<String> export = new ArrayList<>(List.of(rule.toString()));
        export.addAll(lines(given.path("more")));
        Path rules = Files.write(folder.resolve("rules.ndjson"), export);
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            investigation.load(List.of(events), LoadOptions.DEFAULT, Job.SILENT);
            List<Alert> alerts = investigation.detect(new DetectRequest(List.of(rules), List.of(), Optional.empty(), 1), Job.SILENT);
            ArrayNode told = JSON.createArrayNode();
            for (int i = 0; i < alerts.size(); i++) {
                told.add(asNamed(AlertJson.write(alerts.get(i)), given.path("alerts").path(Math.min(i, given.path("alerts").size() - 1))));
            }
            assertEquals(given.path("alerts").toPrettyString(), told.toPrettyString(), given.path("about").asText());
            String last = investigation.journal().getLast().detail().replaceFirst("; SHA-256 of rules [0-9a-f]{64}, exceptions [0-9a-f]{64}, alerts [0-9a-f]{64}", "");
            assertEquals(given.path("journal").asText(), last.contains(";") ? last.substring(last.indexOf(';') + 2) : "", given.path("about").asText());
            assertEquals(given.path("fidelity").asText("exact"), investigation.rules().getFirst().fidelity().status().word(),
                    () -> given.path("about").asText());
        }
    }

    private static ObjectNode asNamed(ObjectNode alert, JsonNode wanted) {
        ObjectNode told = JSON.createObjectNode();
        wanted.fieldNames().forEachRemaining(name -> {
            if (name.equals("records")) {
                ArrayNode records = told.putArray(name);
                alert.path("events").forEach(event -> records.add(event.path("record")));
            } else {
                told.set(name, name.equals("name") ? alert.path("rule").path("name") : alert.path(name).isMissingNode() ? JSON.nullNode() : alert.path(name));
            }
        });
        return told;
    }

    private static List<String> lines(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false).map(JsonNode::toString).toList();
    }
}
