package dev.spoor.query.spl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.xml.EventXmlReader;
import dev.spoor.normalize.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example events of Splunk's published data sources, which are not part of the repository: {@code -Dspoor.shared=FOLDER} names a folder that has
 * {@code splunk_truth/data_sources.jsonl} somewhere below it. Every name of a data source whose value stands in its event must give that value.
 */
@EnabledIfSystemProperty(named = "spoor.shared", matches = ".+")
class DataSourceNamesSharedIT {
    /** Names of the add-ons for what the event has under another name. */
    private static final Map<String, String> SAME = Map.ofEntries(Map.entry("EventCode", "EventID"), Map.entry("signature_id", "EventID"),
            Map.entry("RecordNumber", "EventRecordID"), Map.entry("RecordID", "EventRecordID"), Map.entry("event_id", "EventRecordID"), Map.entry("id", "EventRecordID"),
            Map.entry("EventChannel", "Channel"), Map.entry("dvc_nt_host", "Computer"), Map.entry("dvc", "Computer"), Map.entry("SecurityID", "UserID"),
            Map.entry("user_id", "UserID"), Map.entry("Caller_Domain", "SubjectDomainName"), Map.entry("Caller_User_Name", "SubjectUserName"),
            Map.entry("Target_Domain", "TargetDomainName"), Map.entry("Target_User_Name", "TargetUserName"), Map.entry("Logon_Type", "LogonType"),
            Map.entry("process_guid", "ProcessGuid"), Map.entry("registry_path", "TargetObject"), Map.entry("file_path", "TargetFilename"), Map.entry("query", "QueryName"),
            Map.entry("dest_port", "DestinationPort"), Map.entry("dest_ip", "DestinationIp"), Map.entry("src_ip", "SourceIp"));
    private final SplLanguage spl = new SplLanguage();

    static Stream<JsonNode> sources() throws IOException {
        Path file;
        try (Stream<Path> found = Files.find(Path.of(System.getProperty("spoor.shared")), 6, (path, _) -> path.endsWith(Path.of("splunk_truth", "data_sources.jsonl")))) {
            file = found.sorted().findFirst().orElse(null);
        }
        List<JsonNode> records = new ArrayList<>();
        for (String line : file == null ? List.<String>of() : Files.readAllLines(file)) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records.stream();
    }

    @ParameterizedTest(allowZeroInvocations = true) @MethodSource("sources")
    void namesOfADataSourceGiveWhatItsEventHolds(JsonNode source) throws Exception {
        String text = source.get("example_log").asText();
        assumeFalse(!text.startsWith("<Event"), "no event");
        String whole = ExampleEvent.whole(text);
        Map<String, Set<String>> held = ExampleEvent.values(whole);
        FieldTable table = new FieldTable();
        RawRecord record = (RawRecord) EventXmlReader.readFrom(whole, 0);
        SplData data = SplData.of(table, new Normalizer(table).normalize(record, new Origin(1, "", 1, 0)));
        Map<String, String> wrong = new TreeMap<>();
        int checked = 0;
        for (JsonNode node : source.get("splunk_fields")) {
            String name = node.asText();
            boolean other = !held.containsKey(name);
            Set<String> expected = held.getOrDefault(other ? SAME.getOrDefault(name, "") : name, Set.of());
            if (!expected.isEmpty() && !(other && !SAME.containsKey(name))) {
                checked++;
                List<String> found = values(data, name);
                if (found.isEmpty() || !expected.containsAll(found) && !(name.equals("SystemTime") && sameTime(expected, found))) {
                    wrong.put(name, expected + " but " + found);
                }
            }
        }
        System.out.println(source.get("file").asText() + ": " + (checked - wrong.size()) + " of " + checked + " names");
        assertFalse(checked == 0);
        assertEquals(Map.of(), wrong, source.get("file").asText());
    }

    /** Readers keep a time, not how many zeros it was written with. */
    private static boolean sameTime(Set<String> expected, List<String> found) {
        return Instant.parse(expected.iterator().next()).equals(Instant.parse(found.getFirst()));
    }

    private List<String> values(SplData data, String name) throws Exception {
        PipelineResult.Table table = (PipelineResult.Table) data.run(spl, "* | eval found='" + name + "' | table found");
        Object value = table.table().rows().isEmpty() ? null : table.table().rows().getFirst().values().getFirst();
        return RowValues.list(value).stream().map(RowValues::text).toList();
    }
}
