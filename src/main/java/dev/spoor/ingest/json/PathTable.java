package dev.spoor.ingest.json;

import java.util.HashMap;
import java.util.Map;

/** All paths met so far, so that a path is put together once and not once per document. Starts anew where documents never repeat their keys. */
final class PathTable {
    private static final int MOST = 200_000;
    private Map<String, PathNode> nodes = new HashMap<>();
    private PathNode root = new PathNode("");

    /** The node of the document itself; asked for once per document. */
    PathNode root() {
        if (nodes.size() > MOST) {
            nodes = new HashMap<>();
            root = new PathNode("");
        }
        return root;
    }

    PathNode node(String path) {
        return nodes.computeIfAbsent(path, PathNode::new);
    }
}
