package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dotted path, its continuations, and what the document being read holds there. One node per path, however the document nests it. */
final class PathNode {
    final String path;
    private final Map<String, PathNode> children = new HashMap<>();
    private long document;
    private Value only;
    private List<Value> several;
    private boolean list;

    PathNode(String path) {
        this.path = path;
    }

    PathNode child(String key, PathTable table) {
        PathNode known = children.get(key);
        if (known != null) {
            return known;
        }
        PathNode node = table.node(path.isEmpty() ? rootName(key) : path + "." + key);
        children.put(key, node);
        return node;
    }

    /** Adds a value of a document; tells whether it is the first one there. */
    boolean add(long ofDocument, Value value, boolean inArray) {
        if (document != ofDocument) {
            document = ofDocument;
            only = value;
            several = null;
            list = inArray;
            return true;
        }
        if (several == null) {
            several = new ArrayList<>();
            several.add(only);
        }
        several.add(value);
        list = true;
        return false;
    }

    /** What the document holds here. */
    Values values() {
        if (several != null) {
            return new ValueList(several);
        }
        return list ? new ValueList(List.of(only)) : only;
    }

    private static String rootName(String key) {
        return key.isEmpty() ? "\"\"" : key;
    }
}
