package dev.spoor.normalize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.open.OpenedLog;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What reading a file gives, as JSON lines: a line a record or damage, and a last one with what is said of the file. */
final class ExportLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExportLines() {}

    static List<String> of(Path file, ZoneId zone) throws Exception {
        List<String> lines = new ArrayList<>();
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields, NormalizerOptions.shipped().in(zone));
        OpenedLog log = LogFiles.open(file, OpenOptions.DEFAULT);
        try (var reader = log.reader()) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                lines.add(line(next.get(), normalizer, fields));
            }
            ObjectNode last = JsonNodeFactory.instance.objectNode().put("format", log.format()).put("repaired", reader.repaired());
            reader.remarks().forEach(last.putArray("remarks")::add);
            lines.add(JSON.writeValueAsString(last.put("zone_uses", normalizer.zoneUses()).put("unread_times", normalizer.unreadTimes())));
        }
        return lines;
    }

    private static String line(ReadResult result, Normalizer normalizer, FieldTable fields) throws Exception {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        switch (result) {
            case Damaged(String problem, long offset) -> line.put("damaged", problem).put("offset", offset);
            case RawRecord record -> {
                Event event = normalizer.normalize(record, new Origin(1, "", record.record(), record.offset()));
                line.put("record", record.record()).put("offset", record.offset());
                line.put("time", event.time() == Time.NONE ? null : Time.iso(event.time()));
                line.set("ecs", view(event, fields, View.ECS));
                line.set("source", view(event, fields, View.SOURCE));
            }
        }
        return JSON.writeValueAsString(line);
    }

    static ObjectNode view(Event event, FieldTable fields, View view) throws Exception {
        Map<String, Values> found = new TreeMap<>();
        for (int i = 0; i < event.size(); i++) {
            Field field = fields.field(event.fieldAt(i));
            if (field.view() == view) {
                found.put(field.path(), event.valuesAt(i));
            }
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Values> entry : found.entrySet()) {
            if (entry.getValue() instanceof Value value) {
                put(node, entry.getKey(), value);
            } else {
                ArrayNode array = node.putArray(entry.getKey());
                for (int i = 0; i < entry.getValue().size(); i++) {
                    ObjectNode one = JsonNodeFactory.instance.objectNode();
                    put(one, "v", entry.getValue().get(i));
                    array.add(one.get("v"));
                }
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String path, Value value) throws Exception {
        if (value.kind() == Value.Kind.STRING) {
            node.put(path, value.text());
        } else {
            node.set(path, JSON.readTree(value.text()));
        }
    }
}
