package dev.spoor.exec.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that are JSON, and paths into them: {@code a.b}, of an array {@code a{}} (every element) or {@code a{2}} (one, from 0; also {@code a[2]}). */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_LENGTH = 10_000_000;
    private static final int MAX_FOUND = 100_000;

    private JsonText() {}

    static Optional<JsonNode> parse(String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    /** All that a path leads to. */
    static List<JsonNode> find(JsonNode root, String path) {
        List<JsonNode> nodes = List.of(root);
        for (String part : path.replace("[", "{").replace("]", "}").split("\\.")) {
            nodes = step(nodes, part);
        }
        return nodes;
    }

    private static List<JsonNode> step(List<JsonNode> nodes, String part) {
        int brace = part.indexOf('{');
        String name = brace < 0 ? part : part.substring(0, brace);
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode inner = name.isEmpty() ? node : node.path(name);
            if (!inner.isMissingNode() && found.size() < MAX_FOUND) {
                found.add(inner);
            }
        }
        for (int open = brace; open >= 0; open = part.indexOf('{', open + 1)) {
            int close = part.indexOf('}', open);
            found = elements(found, close < 0 ? "" : part.substring(open + 1, close));
        }
        return found;
    }

    private static List<JsonNode> elements(List<JsonNode> nodes, String index) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (!node.isArray()) {
                continue;
            }
            if (index.matches("-?[0-9]{1,6}")) {
                int at = Integer.parseInt(index) < 0 ? node.size() + Integer.parseInt(index) : Integer.parseInt(index);
                if (node.has(at)) {
                    found.add(node.get(at));
                }
            } else {
                node.forEach(found::add);
            }
        }
        return found;
    }

    /** A node as a value; objects and arrays are JSON texts. */
    static Object value(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isContainerNode()) {
            return node.toString();
        }
        return node.isBoolean() ? node.asText() : node.isNumber() ? number(node) : node.asText();
    }

    private static Object number(JsonNode node) {
        Number number = RowValues.number(node.asText());
        return number == null ? node.asText() : number;
    }

    /** A value as a node: a text that is an object or an array as such. */
    static JsonNode node(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean bool -> nodes.booleanNode(bool);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case List<?> list -> {
                var array = nodes.arrayNode();
                list.forEach(one -> array.add(node(one)));
                yield array;
            }
            default -> {
                String text = RowValues.text(value);
                boolean container = text.startsWith("{") || text.startsWith("[");
                yield container ? parse(text).orElseGet(() -> nodes.textNode(text)) : nodes.textNode(text);
            }
        };
    }
}
