package dev.spoor.rule.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Labelled values of a tree: each scalar or list of scalars under its dotted path; elements of lists of maps are numbered from 0
 * ({@code rule.threat[1].tactic.id}). Depth is bounded by what the tree's parser allows.
 */
public final class Labels {
    private static final int MOST_NAME_CHARACTERS = 8_000_000;
    private final List<Labelled> labels = new ArrayList<>();
    private int nameCharacters;

    private Labels() {}

    /**
     * All values of a tree in its order.
     *
     * @throws MalformedRuleException if the paths together are absurdly long, which long names around many values can bring about
     */
    public static List<Labelled> of(JsonNode tree) throws MalformedRuleException {
        Labels all = new Labels();
        all.collect("", tree);
        return all.labels;
    }

    private void collect(String path, JsonNode node) throws MalformedRuleException {
        nameCharacters += path.length();
        if (nameCharacters > MOST_NAME_CHARACTERS) {
            throw new MalformedRuleException("The names of the values are longer than " + MOST_NAME_CHARACTERS + " characters together", 0, 0);
        }
        if (node.isObject() && !node.isEmpty()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                collect(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue());
            }
        } else if (node.isArray() && holdsContainers(node)) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i));
            }
        } else {
            labels.add(new Labelled(path, values(node)));
        }
    }

    private static boolean holdsContainers(JsonNode list) {
        for (JsonNode element : list) {
            if (element.isContainerNode()) {
                return true;
            }
        }
        return false;
    }

    /** A scalar, or the scalars of a list, as texts; nothing for null and empty text. */
    public static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> values.addAll(values(element)));
        } else if (!node.isContainerNode() && !node.isNull() && !node.asText().isEmpty()) {
            values.add(node.asText());
        }
        return values;
    }
}
