package dev.spoor.rule.exceptions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Parts of a JSON object, each checked; a message says where it is wrong and what was found. */
final class JsonParts {
    private JsonParts() {}

    static void object(JsonNode node, String where, Set<String> known) throws ExceptionProblem {
        if (!node.isObject()) {
            throw new ExceptionProblem("Expected " + where + " as a JSON object, found " + found(node));
        }
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new ExceptionProblem("Unknown key '" + entry.getKey() + "' in " + where + ": expected one of " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    static String text(JsonNode node, String key, String where) throws ExceptionProblem {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw new ExceptionProblem("\"" + key + "\" of " + where + ": expected a text, found " + found(value));
        }
        return value.isTextual() ? value.asText() : "";
    }

    static boolean flag(JsonNode node, String key, String where) throws ExceptionProblem {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new ExceptionProblem("\"" + key + "\" of " + where + ": expected true or false, found " + found(value));
        }
        return value.asBoolean();
    }

    static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case ARRAY -> "a list of " + node.size();
            case OBJECT -> "an object";
            case BINARY, BOOLEAN, NULL, NUMBER, POJO, STRING -> "'" + node.asText() + "'";
        };
    }
}
