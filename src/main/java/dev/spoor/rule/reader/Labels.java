package dev.spoor.rule.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.Labelled;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled values of a tree: each scalar or list of scalars under its dotted path; elements of lists of maps are numbered from 0
 * ({@code rule.threat[1].tactic.id}). Depth is bounded by what the tree's parser allows.
 */
public final class Labels {
    private Labels() {}

    /** All values of a tree in its order. */
    public static List<Labelled> of(JsonNode tree) {
        List<Labelled> labels = new ArrayList<>();
        collect("", tree, labels);
        return labels;
    }

    private static void collect(String path, JsonNode node, List<Labelled> labels) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> collect(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), labels));
        } else if (node.isArray() && holdsContainers(node)) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), labels);
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
