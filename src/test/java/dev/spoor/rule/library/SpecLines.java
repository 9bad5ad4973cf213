package dev.spoor.rule.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A rule as lines {@code name = value}, one per value, for rules whose sentences and queries belong to others: ids, names, numbers, links and short values
 * are written out, every longer text, every sentence and every query is its length and SHA-256.
 */
final class SpecLines {
    private static final int SHORT = 80;

    private SpecLines() {}

    static List<String> of(Rule rule) {
        ObjectNode json = RuleJson.of(rule);
        json.remove("path");
        JsonNode labels = json.remove("labels");
        List<String> lines = new ArrayList<>();
        collect("", json, lines);
        for (JsonNode label : labels) {
            collect("label " + label.path("label").asText(), label.path("values"), lines);
        }
        return lines;
    }

    private static void collect(String path, JsonNode node, List<String> lines) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> collect(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), lines));
        } else if (node.isArray() && !node.isEmpty()) {
            int index = 0;
            for (JsonNode element : node) {
                collect(path + "[" + index++ + "]", element, lines);
            }
        } else {
            lines.add(path + " = " + (node.isValueNode() && !node.isNull() ? value(path, node.asText()) : "-"));
        }
    }

    private static String value(String path, String text) {
        boolean link = text.matches("(?:[^.\\n]{1,60} \\()?(?:https://|/)\\S+");
        boolean query = path.equals("query") || path.startsWith("label Search") && !path.contains("indices");
        boolean open = link || !query && text.length() <= SHORT && !text.endsWith(".") && text.indexOf('\n') < 0;
        return open ? text : text.length() + " characters, sha256 " + sha256(text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
