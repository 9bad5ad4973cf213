package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Event;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.View;
import dev.spoor.event.ViewAsJson;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.normalize.Normalizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event, or damage, in a form that can be compared and written down. */
record EventView(long record, long time, Map<String, JsonNode> ecs, Map<String, JsonNode> source, Optional<Damaged> damaged) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that a file gives, read as what it looks like and normalised with the shipped tables. */
    static List<EventView> all(Path file) throws Exception {
        FieldTable fields = new FieldTable();
        return all(file, new Normalizer(fields), fields);
    }

    static List<EventView> all(Path file, Normalizer normalizer, FieldTable fields) throws Exception {
        List<EventView> views = new ArrayList<>();
        try (LogReader reader = LogFiles.open(file, OpenOptions.DEFAULT).reader()) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                views.add(switch (next.get()) {
                    case Damaged damaged -> new EventView(0, 0, Map.of(), Map.of(), Optional.of(damaged));
                    case RawRecord raw -> of(normalizer.normalize(raw, new Origin(1, "", raw.record(), raw.offset())), fields);
                });
            }
        }
        return views;
    }

    static EventView of(Event event, FieldTable fields) throws Exception {
        return new EventView(event.origin().record(), event.time(), ViewAsJson.of(event, fields, View.ECS), ViewAsJson.of(event, fields, View.SOURCE), Optional.empty());
    }

    /** This as JSON: whole event, or where the damage is and what is wrong. */
    JsonNode json() {
        if (damaged.isPresent()) {
            return JSON.createObjectNode().put("damaged", damaged.get().offset()).put("problem", damaged.get().problem());
        }
        return JSON.createObjectNode().put("record", record).<ObjectNode>set("ecs", JSON.valueToTree(ecs))
                .set("source", JSON.valueToTree(source));
    }
}
