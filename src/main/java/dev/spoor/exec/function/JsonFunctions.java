package dev.spoor.exec.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SPL's functions of JSON texts. */
final class JsonFunctions {
    private JsonFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.spath", a -> spath(a.text(0), a.text(1)));
        functions.put("spl.json_extract", JsonFunctions::extract);
        functions.put("spl.json_valid", a -> a.text(0) == null ? null : Boolean.valueOf(JsonText.parse(a.text(0)).isPresent()));
        functions.put("spl.json_keys", JsonFunctions::keys);
        functions.put("spl.json_object", JsonFunctions::object);
        functions.put("spl.json_array", JsonFunctions::array);
        functions.put("spl.json_set", a -> change(a, false));
        functions.put("spl.json_append", a -> change(a, true));
        functions.put("spl.json", a -> JsonText.parse(a.text(0)).isPresent() ? a.text(0) : null);
        functions.put("spl.json_extract_exact", JsonFunctions::extractExact);
        functions.put("spl.json_has_key_exact", a -> JsonText.parse(a.text(0)).<Object>map(root -> Boolean.valueOf(a.text(1) != null && root.has(a.text(1)))).orElse(null));
        functions.put("spl.json_set_exact", JsonFunctions::setExact);
        functions.put("spl.json_delete", JsonFunctions::delete);
        functions.put("spl.json_entries", JsonFunctions::entries);
        functions.put("spl.json_extend", JsonFunctions::extend);
        functions.put("spl.json_array_to_mv", JsonFunctions::values);
        functions.put("spl.mv_to_json_array", a -> a.get(0) == null ? null : JsonText.node(new ArrayList<>(a.list(0))).toString());
    }

    private static Object spath(String text, String path) {
        if (path == null) {
            return null;
        }
        Optional<JsonNode> root = JsonText.parse(text);
        if (root.isEmpty()) {
            return text == null || !text.stripLeading().startsWith("<") ? null : RowValues.pack(UnfoldedText.xml(text, false).getOrDefault(path, List.of()));
        }
        List<Object> values = new ArrayList<>();
        JsonText.find(root.get(), path).stream().map(JsonText::value).filter(value -> value != null).forEach(values::add);
        return RowValues.pack(values);
    }

    private static Object extract(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0));
        if (root.isEmpty()) {
            return null;
        }
        if (a.size() == 1) {
            return a.text(0);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 1; i < a.size(); i++) {
            List<Object> found = new ArrayList<>();
            if (a.text(i) != null) {
                JsonText.find(root.get(), a.text(i)).stream().map(JsonText::value).filter(value -> value != null).forEach(found::add);
            }
            all.add(found.size() > 1 ? JsonText.node(found).toString() : found.isEmpty() ? null : found.getFirst());
        }
        return all.size() == 1 ? all.getFirst() : JsonText.node(all).toString();
    }

    private static Object keys(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0)).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return null;
        }
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        root.get().fieldNames().forEachRemaining(names::add);
        return names.toString();
    }

    private static Object object(Arguments a) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i + 1 < a.size(); i += 2) {
            object.set(String.valueOf(a.text(i)), JsonText.node(a.get(i + 1)));
        }
        return object.toString();
    }

    private static Object array(Arguments a) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < a.size(); i++) {
            array.add(JsonText.node(a.get(i)));
        }
        return array.toString();
    }

    /** A key's value as it stands, dots and braces in the key being nothing special. */
    private static Object extractExact(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0));
        if (root.isEmpty() || a.size() == 1) {
            return root.isEmpty() ? null : a.text(0);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 1; i < a.size(); i++) {
            all.add(a.text(i) == null ? null : JsonText.value(root.get().path(a.text(i))));
        }
        return all.size() == 1 ? all.getFirst() : JsonText.node(all).toString();
    }

    private static Object setExact(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0)).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return null;
        }
        for (int i = 1; i + 1 < a.size(); i += 2) {
            put((ObjectNode) root.get(), String.valueOf(a.text(i)), JsonText.node(a.get(i + 1)), false);
        }
        return root.get().toString();
    }

    private static Object delete(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0)).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return null;
        }
        for (int i = 1; i < a.size(); i++) {
            ((ObjectNode) root.get()).remove(String.valueOf(a.text(i)));
        }
        return root.get().toString();
    }

    private static Object entries(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0)).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return null;
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        root.get().properties().forEach(entry -> entries.addObject().put("key", entry.getKey()).set("value", entry.getValue()));
        return entries.toString();
    }

    /** The elements of an array, not the array, go behind what a path leads to. */
    private static Object extend(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0));
        for (int i = 1; root.isPresent() && i + 1 < a.size(); i += 2) {
            JsonNode more = JsonText.node(a.get(i + 1));
            for (JsonNode place : JsonText.find(root.get(), String.valueOf(a.text(i)))) {
                if (place instanceof ArrayNode array && more instanceof ArrayNode elements) {
                    array.addAll(elements);
                } else if (place instanceof ArrayNode array) {
                    array.add(more);
                }
            }
        }
        return root.map(JsonNode::toString).orElse(null);
    }

    private static Object change(Arguments a, boolean append) {
        Optional<JsonNode> root = JsonText.parse(a.text(0));
        if (root.isEmpty()) {
            return null;
        }
        for (int i = 1; i + 1 < a.size(); i += 2) {
            String path = String.valueOf(a.text(i));
            int dot = path.lastIndexOf('.');
            for (JsonNode holder : dot < 0 ? List.of(root.get()) : JsonText.find(root.get(), path.substring(0, dot))) {
                if (holder instanceof ObjectNode object) {
                    put(object, path.substring(dot + 1), JsonText.node(a.get(i + 1)), append);
                }
            }
        }
        return root.get().toString();
    }

    private static void put(ObjectNode object, String name, JsonNode value, boolean append) {
        if (append && object.get(name) instanceof ArrayNode array) {
            array.add(value);
        } else if (append && object.has(name)) {
            JsonNode before = object.get(name);
            object.putArray(name).add(before).add(value);
        } else {
            object.set(name, append ? JsonNodeFactory.instance.arrayNode().add(value) : value);
        }
    }

    private static Object values(Arguments a) {
        Optional<JsonNode> root = JsonText.parse(a.text(0)).filter(JsonNode::isArray);
        List<Object> values = new ArrayList<>();
        boolean quoted = a.size() > 1 && a.isTrue(1);
        root.ifPresent(array -> array.forEach(node -> values.add(quoted ? node.toString() : JsonText.value(node))));
        return RowValues.pack(values.stream().filter(value -> value != null).toList());
    }
}
