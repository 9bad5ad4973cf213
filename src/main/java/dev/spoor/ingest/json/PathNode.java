package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dotted path, its continuations, and what the document being read holds there. One node per path, however the document nests it. */
final class PathNode {
    /** After so many values it is known whether they repeat. */
    private static final int ENOUGH = 1_024;
    /** Values are worth remembering where at least one of so many is met again. */
    private static final int RARELY = 8;
    final String path;
    private final Map<String, PathNode> children = new HashMap<>();
    /** The children by the bytes of their keys: open addressing. */
    private byte[][] keys = new byte[16][];
    private PathNode[] nodes = new PathNode[16];
    private int keyCount;
    private long document;
    private Value only;
    private List<Value> several;
    private boolean list;
    private int met;
    private int again;

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

    /** The child of a key by its bytes; null where these are not plain ASCII. */
    PathNode child(byte[] bytes, int from, int to, PathTable table) {
        int hash = Swar.hash(bytes, from, to);
        int slot = hash & keys.length - 1;
        while (keys[slot] != null) {
            if (Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
                return nodes[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == '\\') {
                return null;
            }
        }
        PathNode node = child(new String(bytes, from, to - from, StandardCharsets.US_ASCII), table);
        keys[slot] = Arrays.copyOfRange(bytes, from, to);
        nodes[slot] = node;
        if (++keyCount * 2 > keys.length) {
            enlarge();
        }
        return node;
    }

    private void enlarge() {
        byte[][] oldKeys = keys;
        PathNode[] oldNodes = nodes;
        keys = new byte[oldKeys.length * 2][];
        nodes = new PathNode[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int slot = Swar.hash(oldKeys[i], 0, oldKeys[i].length) & keys.length - 1;
                while (keys[slot] != null) {
                    slot = slot + 1 & keys.length - 1;
                }
                keys[slot] = oldKeys[i];
                nodes[slot] = oldNodes[i];
            }
        }
    }

    /** Whether values here come again often enough to be remembered. */
    boolean repeats() {
        return met < ENOUGH || again * RARELY > met;
    }

    /** Counts a value, and whether it was met before; what is long ago counts half. */
    void met(boolean before) {
        if (met == ENOUGH * 64) {
            met /= 2;
            again /= 2;
        }
        met++;
        again += before ? 1 : 0;
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
