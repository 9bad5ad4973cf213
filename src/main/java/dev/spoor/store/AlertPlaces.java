package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.triage.EventReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * The references in such a text.
     *
     * @param files entry and path by the text that tells them, kept from call to call
     */
    static List<EventReference> read(String text, Map<String, List<String>> files) throws SQLException {
        int first = text.indexOf(',');
        int second = first < 0 ? -1 : text.indexOf(',', first + 1);
        if (!text.startsWith("[[") || second < 0 || text.indexOf("],[", second) >= 0) {
            return several(text);
        }
        String tail = text.substring(second + 1);
        List<String> file = files.get(tail);
        if (file == null) {
            EventReference read = several(text).getFirst();
            file = List.of(read.entry(), read.source());
            files.put(tail, file);
        }
        return List.of(new EventReference(Long.parseLong(text, 2, first, 10), file.getLast(), file.getFirst(), Long.parseLong(text, first + 1, second, 10)));
    }

    private static List<EventReference> several(String text) throws SQLException {
        List<EventReference> references = new ArrayList<>();
        for (JsonNode place : Json.tree(text)) {
            references.add(new EventReference(place.path(0).asLong(), place.path(3).asText(), place.path(2).asText(), place.path(1).asLong()));
        }
        return List.copyOf(references);
    }
}
