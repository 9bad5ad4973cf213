package dev.spoor.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.ingest.SystemValues;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents that have the shape of an event's XML back into records. Converters differ in how they write attributes ({@link TreeName}), in whether
 * {@code Event} stands around, and in whether the data are members ({@code {"EventData":{"Image":"…"}}}) or a list of elements
 * ({@code {"EventData":{"Data":[{"@Name":"Image","#text":"…"}]}}}). Not thread-safe.
 */
final class EventTrees {
    private static final String EVENT = "Event.";
    private static final String SYSTEM = "System.";
    private static final String DATA = "EventData.";
    private static final List<String> SECTIONS = List.of("UserData.", "ProcessingErrorData.", "DebugData.", "BinaryEventData.", "RenderingInfo.");
    private final SystemValues system = new SystemValues();

    /** What a document held beside the event: under its own names. */
    record Read(WindowsRecord record, Map<String, Values> others) {}

    /** Whether names are those of an event's System element. */
    static boolean recognises(Map<String, Values> fields) {
        return system(fields, "Event.System.") || system(fields, SYSTEM) && (fields.containsKey("System.EventRecordID") || fields.containsKey("System.Computer"));
    }

    private static boolean system(Map<String, Values> fields, String prefix) {
        boolean id = fields.containsKey(prefix + "EventID") || fields.containsKey(prefix + "EventID.#text") || fields.containsKey(prefix + "EventID.Value")
                || fields.containsKey(prefix + "EventID.$t") || fields.containsKey(prefix + "EventID._");
        return id && (fields.containsKey(prefix + "Channel") || fields.containsKey(prefix + "Computer"));
    }

    /** The record that a document holds. */
    Read read(DocumentRecord document) {
        system.clear();
        boolean wrapped = system(document.fields(), "Event.System.");
        List<DataItem> data = new ArrayList<>();
        Map<String, List<Element>> sections = new LinkedHashMap<>();
        Map<String, Values> others = new LinkedHashMap<>();
        boolean elements = listOfElements(document.fields().get((wrapped ? EVENT : "") + "EventData.Data"), data);
        for (Map.Entry<String, Values> field : document.fields().entrySet()) {
            String path = wrapped && field.getKey().startsWith(EVENT) ? field.getKey().substring(EVENT.length()) : field.getKey();
            if (path.startsWith(SYSTEM)) {
                system(path.substring(SYSTEM.length()), field.getValue());
            } else if (path.startsWith(DATA)) {
                data(path.substring(DATA.length()), field.getValue(), elements, data, document.fields());
            } else if (path.equals("Message") && field.getValue().first().kind() == Value.Kind.STRING) {
                leaf(path, field.getValue(), sections.computeIfAbsent("RenderingInfo", key -> new ArrayList<>()));
            } else if (!section(path, field.getValue(), sections) && !TreeName.isNamespace(path) && !EventTexts.text(field.getValue().first()).isEmpty()) {
                others.put(field.getKey(), field.getValue());
            }
        }
        List<Element> trees = sections.entrySet().stream().map(e -> new Element(e.getKey(), List.of(), Optional.empty(), e.getValue())).toList();
        long number = system.record(document.record());
        return new Read(new WindowsRecord(number, number, document.offset(), system.build(), data, trees, false), others);
    }

    private void system(String path, Values values) {
        TreeName name = TreeName.of(path);
        SystemField field = SystemField.of(name.element(), name.attribute());
        String text = EventTexts.text(values.first());
        if (field != SystemField.OTHER && !(text.isEmpty() && !name.attribute().isEmpty())) {
            system.set(field, EventTexts.system(field, text));
        }
    }

    private static void data(String path, Values values, boolean elements, List<DataItem> data, Map<String, Values> all) {
        TreeName name = TreeName.of(path);
        if (!name.attribute().isEmpty() || elements && name.element().equals("Data") || name.element().isEmpty()) {
            return;
        }
        Optional<String> called = switch (name.element()) {
            case "Data" -> single(path, all);
            case "Binary" -> Optional.of("#Binary");
            default -> Optional.of(name.leaf());
        };
        for (String text : EventTexts.texts(values)) {
            data.add(new DataItem(called, text, Optional.empty()));
        }
    }

    /** The name of the only Data, where it is an object of its name and text. */
    private static Optional<String> single(String path, Map<String, Values> all) {
        for (String root : List.of("Event.EventData.", "EventData.")) {
            for (String attribute : TreeName.NAME_ATTRIBUTES) {
                Values name = path.equals("Data") ? null : all.get(root + "Data" + attribute);
                if (name instanceof Value one) {
                    return Optional.of(one.text());
                }
            }
        }
        return Optional.empty();
    }

    /** Adds the data of a list of elements; false where there is none. */
    private static boolean listOfElements(Values values, List<DataItem> data) {
        for (int i = 0; values != null && i < values.size(); i++) {
            Value value = values.get(i);
            Optional<JsonNode> list = value.kind() == Value.Kind.JSON ? DataElements.parse(value.text()).filter(JsonNode::isArray) : Optional.empty();
            if (list.isPresent() && !list.get().isEmpty()) {
                DataElements.elements(list.get(), data);
                return true;
            }
        }
        return false;
    }

    private static boolean section(String path, Values values, Map<String, List<Element>> sections) {
        for (String section : SECTIONS) {
            if (path.startsWith(section)) {
                String name = section.substring(0, section.length() - 1);
                List<Element> children = sections.computeIfAbsent(name, key -> new ArrayList<>());
                leaf(path.substring(section.length()), values, children);
                return true;
            }
        }
        return false;
    }

    /** Puts a leaf below the element that its path begins with; elements between are left out, as they say nothing to an event. */
    private static void leaf(String path, Values values, List<Element> children) {
        TreeName name = TreeName.of(path);
        if (!name.attribute().isEmpty() || values.first().kind() == Value.Kind.JSON && !values.first().text().equals("null")) {
            return;
        }
        int dot = name.element().indexOf('.');
        List<Element> below = children;
        if (dot > 0) {
            below = within(name.element().substring(0, dot), children);
        }
        for (String text : EventTexts.texts(values)) {
            below.add(new Element(name.leaf(), List.of(), Optional.of(text), List.of()));
        }
    }

    private static List<Element> within(String tag, List<Element> children) {
        for (Element child : children) {
            if (child.name().equals(tag) && child.text().isEmpty()) {
                return child.children();
            }
        }
        Element parent = new Element(tag, List.of(), Optional.empty(), new ArrayList<>());
        children.add(parent);
        return parent.children();
    }
}
