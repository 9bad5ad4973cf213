package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.triage.EventReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the events of an alert lie, in one column: of each file or entry the last event, of the last ten of them; {@code [[event, record, entry, path], ...]}. */
final class AlertPlaces {
    private static final int MOST = 10;

    private AlertPlaces() {}

    /** The text of the column. */
    static String write(List<EventReference> events) {
        Map<List<String>, EventReference> last = new LinkedHashMap<>();
        for (EventReference event : events) {
            List<String> file = List.of(event.entry(), event.source());
            last.remove(file);
            last.put(file, event);
        }
        List<List<Object>> places = new ArrayList<>();
        last.values().forEach(event -> places.add(List.of(event.id(), event.record(), event.entry(), event.source())));
        return Json.text(places.subList(Math.max(0, places.size() - MOST), places.size()));
    }

    /** What such a text says of the file where it tells of one place, by what follows the numbers of event and record; empty where it tells of several. */
    static Optional<EventReference> file(String tail) throws SQLException {
        return tail.contains("],[") ? Optional.empty() : Optional.of(read("[[0,0," + tail).getFirst());
    }

    /** The references in such a text. */
    static List<EventReference> read(String text) throws SQLException {
        List<EventReference> references = new ArrayList<>();
        for (JsonNode place : Json.tree(text)) {
            references.add(new EventReference(place.path(0).asLong(), place.path(3).asText(), place.path(2).asText(), place.path(1).asLong()));
        }
        return List.copyOf(references);
    }
}
