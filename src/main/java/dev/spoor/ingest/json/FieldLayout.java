package dev.spoor.ingest.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a document in their order. Immutable. */
final class FieldLayout {
    private final PathNode[] nodes;
    private final Map<String, Integer> places;

    FieldLayout(List<PathNode> nodes) {
        this.nodes = nodes.toArray(new PathNode[0]);
        this.places = HashMap.newHashMap(nodes.size());
        for (int i = 0; i < this.nodes.length; i++) {
            places.put(this.nodes[i].path, i);
        }
    }

    boolean of(List<PathNode> others) {
        if (others.size() != nodes.length) {
            return false;
        }
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    String path(int place) {
        return nodes[place].path;
    }

    /** The place of a path, or -1. */
    int place(Object path) {
        Integer place = places.get(path);
        return place == null ? -1 : place;
    }
}
