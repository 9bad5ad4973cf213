package dev.spoor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.event.ViewAsJson;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.json.JsonLimits;
import dev.spoor.ingest.json.JsonReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class NormalizerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;

    @TestFactory Stream<DynamicTest> recordsBecomeTheEventsOfTheSpecification() throws Exception {
        try (InputStream in = Objects.requireNonNull(NormalizerTest.class.getResourceAsStream("/normalize/events.jsonl"))) {
            List<JsonNode> cases = new ArrayList<>();
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(in).forEachRemaining(cases::add);
            return cases.stream().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
        }
    }

    @Test void tablesOfAUserWinOverThoseShipped() throws Exception {
        Files.writeString(folder.resolve("more.csv"), """
                channel,events,source,target,transform,parameter,when,unless,options
                Northwind Sync,7,winlog.event_data.Partner,destination.domain,copy,,,,move
                """);
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields, NormalizerOptions.shipped().with(MappingTable.folder(folder)));
        Map<String, Values> document = Map.of("Channel", Value.string("Northwind Sync"), "EventID", Value.number(7), "Partner", Value.string("b.nwf.example"));
        Event event = normalizer.normalize(new DocumentRecord(1, 0, document), new Origin(1, "", 1, 0));
        assertEquals(Optional.of(Value.string("b.nwf.example")), event.get(Field.ecs("destination.domain")));
        assertEquals(Optional.of(Value.string("b.nwf.example")), event.get(Field.source("Partner")));
        assertTrue(event.get(Field.ecs("winlog.event_data.Partner")).isEmpty());
    }

    private void check(JsonNode spec) throws Exception {
        FieldTable fields = new FieldTable();
        Event event = new Normalizer(fields).normalize(record(spec), new Origin(1, "", 1, 0));
        Map<String, JsonNode> ecs = ViewAsJson.of(event, fields, View.ECS);
        Map<String, JsonNode> source = ViewAsJson.of(event, fields, View.SOURCE);
        spec.get("ecs").properties().forEach(e -> assertEquals(e.getValue(), ecs.get(e.getKey()), e.getKey()));
        spec.get("source").properties().forEach(e -> assertEquals(e.getValue(), source.get(e.getKey()), "source " + e.getKey()));
        spec.get("absent").forEach(path -> assertFalse(ecs.containsKey(path.asText()), path + " is absent"));
        if (spec.path("exact").asBoolean()) {
            assertEquals(spec.get("ecs").size(), ecs.size(), () -> "exactly the fields of the document: " + ecs.keySet());
        }
        assertEquals(spec.get("time").isNull() ? Time.NONE : Time.parse(spec.get("time").asText()), event.time());
    }

    private RawRecord record(JsonNode spec) throws Exception {
        if (spec.has("windows")) {
            return windows(spec.get("windows"));
        }
        Path file = folder.resolve("document.json");
        Files.writeString(file, spec.get("document").toString(), StandardCharsets.UTF_8);
        try (LogReader reader = JsonReader.open(file, JsonLimits.DEFAULT)) {
            return (RawRecord) reader.next().orElseThrow();
        }
    }

    private static WindowsRecord windows(JsonNode spec) {
        List<WindowsRecord.DataItem> data = new ArrayList<>();
        spec.get("event_data").forEach(pair -> data.add(new WindowsRecord.DataItem(text(pair.get(0)), pair.get(1).asText(), Optional.empty())));
        List<WindowsRecord.Element> sections = new ArrayList<>();
        if (spec.has("user_data")) {
            List<WindowsRecord.Element> leaves = new ArrayList<>();
            spec.get("user_data").get(1).forEach(pair -> leaves.add(new WindowsRecord.Element(pair.get(0).asText(), List.of(), text(pair.get(1)), List.of())));
            WindowsRecord.Element inner = new WindowsRecord.Element(spec.get("user_data").get(0).asText(), List.of(), Optional.empty(), leaves);
            sections.add(new WindowsRecord.Element("UserData", List.of(), Optional.empty(), List.of(inner)));
        }
        Optional<String> none = Optional.empty();
        WindowsRecord.SystemData system = new WindowsRecord.SystemData(text(spec.get("provider")), none, none, text(spec.get("event_id")), none, Optional.of("0"),
                text(spec.get("level")), Optional.of("0"), Optional.of("0"), text(spec.get("keywords")), text(spec.get("time")), none, none, Optional.of("4"),
                Optional.of("8"), text(spec.get("channel")), text(spec.get("computer")), text(spec.get("user_id")));
        return new WindowsRecord(spec.get("record").asLong(), 1, 0, system, data, sections, false);
    }

    private static Optional<String> text(JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }
}
