package dev.spoor.ingest.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a document in their order. Immutable. */
final class FieldLayout {
    private final PathNode[] nodes;
    private final Map<String, Integer> places;
    private final Set<String> paths;

    FieldLayout(List<PathNode> nodes) {
        this.nodes = nodes.toArray(new PathNode[0]);
        this.places = LinkedHashMap.newLinkedHashMap(nodes.size());
        for (int i = 0; i < this.nodes.length; i++) {
            places.put(this.nodes[i].path, i);
        }
        this.paths = Collections.unmodifiableSet(places.keySet());
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

    /** All paths, in their order. */
    Set<String> paths() {
        return paths;
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
