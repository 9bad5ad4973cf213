package dev.spoor.exec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays the members of a JSON object out as flat fields of an event: each leaf as a value, arrays of scalars as lists, arrays of objects as the JSON of the array
 * and the leaves below.
 */
final class JsonFields {
    private final Event event;
    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();

    JsonFields(Event event) {
        this.event = event;
    }

    /** Adds the members of an object; their paths begin with the prefix, which ends with a dot. */
    void addMembers(String prefix, JsonNode object) {
        collectMembers(prefix, object);
        values.forEach((path, all) -> event.put(Field.ecs(path), all.size() == 1 && !lists.contains(path) ? all.getFirst() : new ValueList(all)));
    }

    private void collectMembers(String prefix, JsonNode object) {
        object.properties().forEach(member -> collect(prefix + member.getKey(), member.getValue()));
    }

    private void collect(String path, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            collectMembers(path + ".", node);
        } else if (node.isArray() && !node.isEmpty()) {
            if (holdsObjects(node)) {
                add(path, Value.json(node.toString()));
            } else {
                lists.add(path);
            }
            node.forEach(element -> collectElement(path, element));
        } else {
            add(path, leaf(node));
        }
    }

    private void collectElement(String path, JsonNode element) {
        if (element.isObject()) {
            collectMembers(path + ".", element);
        } else if (element.isArray() && !element.isEmpty()) {
            element.forEach(inner -> collectElement(path, inner));
        } else {
            add(path, leaf(element));
        }
    }

    private static boolean holdsObjects(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isObject()) {
                return true;
            }
        }
        return false;
    }

    private void add(String path, Value value) {
        values.computeIfAbsent(path, key -> new ArrayList<>()).add(value);
    }

    private static Value leaf(JsonNode node) {
        if (node.isTextual()) {
            return Value.string(node.textValue());
        }
        if (node.isBoolean()) {
            return Value.bool(node.booleanValue());
        }
        return node.isNumber() ? Value.number(node.asText()) : Value.json(node.toString());
    }
}
