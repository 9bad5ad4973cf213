package dev.spoor.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import java.util.Optional;

/** Writes events as the JSON documents that they are in the ECS view. */
public final class EventDocuments {
    private EventDocuments() {}

    /**
     * The document of an event: nested by the dots of the paths, names sorted, values with the kind and spelling of the source, arrays of objects as they
     * were. Where a path is both a value and an object, the longer path keeps its dots as one name. Source names of flat documents
     * are added where they do not collide with an ECS name.
     */
    public static ObjectNode ecs(EventRow row) {
        DocumentTree tree = new DocumentTree();
        addView(tree, row, View.ECS);
        if (!windowsRecord(row)) {
            addView(tree, row, View.SOURCE);
        }
        return tree.toJson();
    }

    private static void addView(DocumentTree tree, EventRow row, View view) {
        for (Field field : row.segment().fields()) {
            Optional<Values> values = field.view() == view ? row.get(field) : Optional.empty();
            if (values.isPresent()) {
                tree.put(field.path(), node(values.get()), structured(values.get()));
            }
        }
    }

    private static boolean windowsRecord(EventRow row) {
        for (Field field : row.segment().fields()) {
            boolean ofRecord = field.view() == View.SOURCE && (field.path().startsWith("System.") || field.path().startsWith("EventData."));
            if (ofRecord && row.get(field).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value holds the fields below its path, so that they need not be written on their own. */
    private static boolean structured(Values values) {
        for (int i = 0; i < values.size(); i++) {
            if (structure(values.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean structure(Value value) {
        boolean open = value.kind() == Kind.JSON && (value.text().startsWith("[") || value.text().startsWith("{"));
        return open && value.text().length() > 2;
    }

    private static JsonNode node(Values values) {
        if (values instanceof Value value) {
            return JsonTexts.node(value);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        ArrayNode structures = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            JsonNode node = JsonTexts.node(values.get(i));
            array.add(node);
            if (structure(values.get(i))) {
                structures.add(node);
            }
        }
        // A mixed array is kept as its scalars and, beside them, as a whole.
        return structures.size() == 1 && structures.get(0).isArray() ? structures.get(0) : array;
    }
}
