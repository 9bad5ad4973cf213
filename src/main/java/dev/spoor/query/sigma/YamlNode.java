package dev.spoor.query.sigma;

import java.util.List;
import java.util.Optional;

/** A node of a YAML document, and where it begins: line and column from 1. */
sealed interface YamlNode {
    int line();

    int column();

    /**
     * A scalar.
     *
     * @param plain whether it stands without quotes, so that it may be a number or null
     */
    record Text(String text, boolean plain, int line, int column) implements YamlNode {
        boolean none() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, int line, int column) implements YamlNode {}

    /** A map, in the order of the text. */
    record Entries(List<Entry> entries, int line, int column) implements YamlNode {
        Optional<YamlNode> get(String key) {
            return entries.stream().filter(entry -> entry.key().text().equals(key)).map(Entry::value).findFirst();
        }
    }

    /** A key and its value. */
    record Entry(Text key, YamlNode value) {}

    /** The nodes of a list; a node that is no list is a list of one. */
    static List<YamlNode> list(YamlNode node) {
        return node instanceof Items(List<YamlNode> items, int _, int _) ? items : List.of(node);
    }
}
