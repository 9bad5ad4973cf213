package dev.spoor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Samples of every export, each with the whole events that it must give ({@code .expected} beside it). */
class ExportSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TestFactory Stream<DynamicTest> samplesGiveTheirWholeEvents() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.toString().endsWith(".expected")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    @Test void theXmlThatSplunkExportsGivesTheEventsOfTheXmlItself() throws Exception {
        List<JsonNode> xml = events("xml-lines.txt");
        List<JsonNode> splunk = events("splunk-usual.csv");
        for (int i = 0; i < 3; i++) {
            assertEquals(xml.get(i).get("ecs"), splunk.get(i).get("ecs"));
            assertEquals(xml.get(i).get("time"), splunk.get(i).get("time"));
        }
    }

    @Test void whatEvtxEcmdExportsGivesTheEventsOfTheXmlButForWhatItLeavesOut() throws Exception {
        List<JsonNode> xml = events("xml-lines.txt");
        List<JsonNode> exported = events("evtxecmd-usual.csv");
        for (int i = 0; i < 2; i++) {
            ObjectNode whole = ((ObjectNode) xml.get(i).get("ecs")).deepCopy();
            whole.remove(Set.of("winlog.version", "winlog.provider_guid", "winlog.opcode"));
            assertEquals(whole, exported.get(i).get("ecs"));
            assertEquals(xml.get(i).get("time"), exported.get(i).get("time"));
        }
    }

    @Test void messagesGiveTheEventDataOfTheXmlAsFarAsTheyShowIt() throws Exception {
        ObjectNode whole = (ObjectNode) events("xml-lines.txt").getFirst().get("ecs");
        for (String sample : List.of("text-usual.txt", "eventviewer-usual.csv", "powershell-usual.csv")) {
            JsonNode shown = events(sample).getFirst().get("ecs");
            for (var field : whole.properties()) {
                if (field.getKey().startsWith("winlog.event_data.") || field.getKey().startsWith("user.") || field.getKey().startsWith("source.")
                        || field.getKey().startsWith("event.") || field.getKey().startsWith("related.") || field.getKey().startsWith("winlog.logon")) {
                    assertEquals(field.getValue(), shown.get(field.getKey()), sample + " " + field.getKey());
                }
            }
        }
    }

    private static void check(Path file) throws Exception {
        List<String> wanted = Files.readAllLines(file.resolveSibling(file.getFileName() + ".expected"));
        List<String> have = ExportLines.of(file, ZONE);
        for (int i = 0; i < Math.min(wanted.size(), have.size()); i++) {
            assertEquals(JSON.readTree(wanted.get(i)).toPrettyString(), JSON.readTree(have.get(i)).toPrettyString(), "line " + (i + 1));
        }
        assertEquals(wanted.size(), have.size());
    }

    private static List<JsonNode> events(String sample) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (String line : ExportLines.of(folder().resolve(sample), ZONE)) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static Path folder() throws Exception {
        return Path.of(Objects.requireNonNull(ExportSamplesTest.class.getResource("/exports")).toURI());
    }
}
