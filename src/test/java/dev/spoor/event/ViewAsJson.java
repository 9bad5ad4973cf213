package dev.spoor.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** One view of an event as JSON values, to be compared with what a sample expects. */
public final class ViewAsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ViewAsJson() {}

    /** The paths of a view and their values, ordered by path. */
    public static Map<String, JsonNode> of(Event event, FieldTable fields, View view) throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        for (int i = 0; i < event.size(); i++) {
            Field field = fields.field(event.fieldAt(i));
            if (field.view() == view) {
                found.put(field.path(), node(event.valuesAt(i)));
            }
        }
        return found;
    }

    private static JsonNode node(Values values) throws IOException {
        if (values instanceof Value value) {
            return node(value);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            array.add(node(values.get(i)));
        }
        return array;
    }

    private static JsonNode node(Value value) throws IOException {
        return value.kind() == Value.Kind.STRING ? JsonNodeFactory.instance.textNode(value.text()) : JSON.readTree(value.text());
    }
}
