package dev.spoor.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the attributes of MISP events that are meant for detection. */
final class MispEvents {
    private MispEvents() {}

    /** Reads an event, or the answer of a search that holds several. */
    static void read(JsonNode tree, String feed, Found found) {
        JsonNode response = tree.path("response");
        if (response.isArray()) {
            response.forEach(one -> event(one.path("Event"), feed, found));
        } else {
            event(tree.path("Event"), feed, found);
        }
    }

    private static void event(JsonNode event, String feed, Found found) {
        event.path("Attribute").forEach(attribute -> attribute(attribute, event, feed, found));
        event.path("Object").forEach(object -> object.path("Attribute").forEach(attribute -> attribute(attribute, event, feed, found)));
    }

    private static void attribute(JsonNode attribute, JsonNode event, String feed, Found found) {
        if (!attribute.path("to_ids").asBoolean() || attribute.path("deleted").asBoolean()) {
            found.leftOut("MISP attributes that are deleted or not meant for detection");
            return;
        }
        String[] types = attribute.path("type").asText().split("\\|", 2);
        String[] values = types.length == 2 ? parts(attribute.path("value").asText()) : new String[] {attribute.path("value").asText()};
        IndicatorDocument document = new IndicatorDocument(feed);
        for (int i = 0; i < Math.min(types.length, values.length); i++) {
            String value = values[i];
            Optional<IndicatorKind> kind = IndicatorKind.named(types[i], value);
            kind.ifPresent(known -> document.value(known, value));
        }
        if (document.isEmpty()) {
            found.leftOut("MISP attributes of types that no field of an indicator holds");
            return;
        }
        String comment = attribute.path("comment").asText();
        document.text("threat.indicator.description", comment.isBlank() ? event.path("info").asText() : comment)
                .text("threat.indicator.provider", event.path("Orgc").path("name").asText()).text("threat.indicator.reference", attribute.path("uuid").asText());
        found.add(document.toJson());
    }

    private static String[] parts(String value) {
        int bar = value.lastIndexOf('|');
        return bar < 0 ? new String[] {value} : new String[] {value.substring(0, bar), value.substring(bar + 1)};
    }
}
