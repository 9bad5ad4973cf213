package dev.spoor.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** A JSON object built from dotted paths. Names are sorted. */
final class DocumentTree {
    /** Paths with more parts than this stay one name: nobody nests so deep, and trees must not grow without bound. */
    private static final int MAX_PARTS = 64;
    private final Branch root = new Branch(new TreeMap<>());

    private sealed interface Part permits Branch, Leaf {}

    private record Branch(Map<String, Part> parts) implements Part {}

    private record Leaf(JsonNode node, boolean whole) implements Part {}

    /**
     * Puts a value at its path, or under what remains of the path in the deepest object on the way. Does nothing where the place is taken. Shorter paths must come before
     * longer ones.
     *
     * @param whole the value holds all that is below its path, so that longer paths are left out
     */
    void put(String path, JsonNode node, boolean whole) {
        Branch branch = root;
        int begin = 0;
        for (int dot = nests(path) ? path.indexOf('.') : -1; dot >= 0; dot = path.indexOf('.', begin)) {
            Part next = branch.parts.computeIfAbsent(path.substring(begin, dot), name -> new Branch(new TreeMap<>()));
            if (next instanceof Leaf leaf) {
                if (leaf.whole) {
                    return;
                }
                break;
            }
            branch = (Branch) next;
            begin = dot + 1;
        }
        branch.parts.putIfAbsent(path.substring(begin), new Leaf(node, whole));
    }

    ObjectNode toJson() {
        return toJson(root);
    }

    private static ObjectNode toJson(Branch branch) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        branch.parts.forEach((name, part) -> object.set(name, switch (part) {
            case Branch inner -> toJson(inner);
            case Leaf leaf -> leaf.node;
        }));
        return object;
    }

    /** A path with an empty part ("a..b") is a name that has dots in it. */
    private static boolean nests(String path) {
        boolean clean = !path.startsWith(".") && !path.endsWith(".") && !path.contains("..");
        int parts = 1;
        for (int dot = clean ? path.indexOf('.') : -1; dot >= 0; dot = path.indexOf('.', dot + 1)) {
            parts++;
        }
        return clean && parts <= MAX_PARTS;
    }
}
