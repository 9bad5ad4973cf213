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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes events as the JSON documents that they are in the ECS view. Keeps the columns of the segment of the last event at hand. Not thread-safe. */
public final class EventDocuments {
    private Segment segment;
    private List<Held> ecs = List.of();
    private List<Held> source = List.of();

    private record Held(String path, Column column, boolean ofRecord) {}

    /** The document of one event, as {@link #document} writes it. Thread-safe. */
    public static ObjectNode ecs(EventRow row) {
        return new EventDocuments().document(row);
    }

    /**
     * The document of an event: nested by the dots of the paths, names sorted, values with the kind and spelling of the source, arrays of objects as they
     * were. Where a path is both a value and an object, the longer path keeps its dots as one name. Source names of flat documents
     * are added where they do not collide with an ECS name.
     */
    public ObjectNode document(EventRow row) {
        if (row.segment() != segment) {
            ecs = held(row.segment(), View.ECS);
            source = held(row.segment(), View.SOURCE);
            segment = row.segment();
        }
        DocumentTree tree = new DocumentTree();
        add(tree, ecs, row.index());
        if (!windowsRecord(row.index())) {
            add(tree, source, row.index());
        }
        return tree.toJson();
    }

    private static List<Held> held(Segment segment, View view) {
        List<Held> held = new ArrayList<>();
        for (Field field : segment.fields()) {
            if (field.view() == view) {
                boolean ofRecord = view == View.SOURCE && (field.path().startsWith("System.") || field.path().startsWith("EventData."));
                segment.column(field).ifPresent(column -> held.add(new Held(field.path(), column, ofRecord)));
            }
        }
        return held;
    }

    private static void add(DocumentTree tree, List<Held> fields, int event) {
        for (Held field : fields) {
            Optional<Values> values = field.column.values(event);
            if (values.isPresent()) {
                tree.put(field.path, node(values.get()), structured(values.get()));
            }
        }
    }

    private boolean windowsRecord(int event) {
        for (Held field : source) {
            if (field.ofRecord && field.column.occupied().get(event)) {
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
