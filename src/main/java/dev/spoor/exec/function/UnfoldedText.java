package dev.spoor.exec.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads names and values out of texts. What cannot be read gives nothing. */
public final class UnfoldedText {
    private static final int MAX_NAMES = 5_000;
    private static final int MAX_DEPTH = 100;

    private UnfoldedText() {}

    /** The leaves of a JSON text by their paths: {@code a.b}, {@code a{}.b}. */
    public static Map<String, List<String>> json(String text) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        JsonText.parse(text).filter(JsonNode::isContainerNode).ifPresent(root -> json(root, "", 0, found));
        return found;
    }

    private static void json(JsonNode node, String path, int depth, Map<String, List<String>> into) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> json(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), depth + 1, into));
        } else if (node.isArray()) {
            node.forEach(one -> json(one, path + "{}", depth + 1, into));
        } else {
            Object value = JsonText.value(node);
            put(into, path, value == null ? "null" : RowValues.text(value));
        }
    }

    /** The elements and attributes of an XML text by their paths ({@code a.b}, {@code a.b{@c}}), or, flat, by the names of the elements alone. */
    public static Map<String, List<String>> xml(String text, boolean flat) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        new XmlLeaves(flat, (name, value) -> put(found, name, value)).read(text);
        return found;
    }

    /** Pairs of name and value; values may be quoted. */
    public static Map<String, List<String>> pairs(String text, String between, String within) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) == '"') {
                quoted = !quoted;
            }
            if (i == text.length() || !quoted && between.indexOf(text.charAt(i)) >= 0) {
                pair(text.substring(begin, i), within, found);
                begin = i + 1;
            }
        }
        return found;
    }

    private static void pair(String text, String within, Map<String, List<String>> into) {
        for (int i = 0; i < text.length(); i++) {
            if (within.indexOf(text.charAt(i)) >= 0) {
                String name = text.substring(0, i).strip();
                String value = text.substring(i + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                if (!name.isEmpty() && name.indexOf(' ') < 0) {
                    put(into, name, quoted ? value.substring(1, value.length() - 1) : value);
                }
                return;
            }
        }
    }

    /** A table of text: the first line names the columns, which are separated by blanks. */
    public static List<Map<String, String>> grid(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        String[] names = lines.isEmpty() ? new String[0] : lines.getFirst().strip().split("\\s+");
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split("\\s+", names.length);
            Map<String, String> row = new LinkedHashMap<>();
            for (int cell = 0; cell < Math.min(cells.length, names.length); cell++) {
                row.put(names[cell], cells[cell]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void put(Map<String, List<String>> into, String name, String value) {
        if (into.size() < MAX_NAMES || into.containsKey(name)) {
            into.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }
}
