package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a document straight from its bytes, which is much faster than a general parser: values met before are known by their bytes and checked no more. It gives up
 * on anything unusual (broken JSON, bytes that are no UTF-8, hits of a search), which {@link DocumentParser} then reads with the general parser, so that what is
 * accepted and what is said about damage does not depend on it. Not thread-safe.
 */
final class DocumentScanner {
    private static final int GIVEN_UP = -1;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_KEY = 1_000;
    private static final Value TRUE = Value.bool(true);
    private static final Value FALSE = Value.bool(false);
    private static final Value NULL = Value.json("null");
    private static final Value NO_FIELDS = Value.json("{}");
    private static final Value NO_ELEMENTS = Value.json("[]");
    private final JsonLimits limits;
    private final PathTable paths;
    private final ValueTable values = new ValueTable();
    private final StringBytes strings = new StringBytes();
    private List<PathNode> found;
    private byte[] bytes;
    private int end;
    private int depth;
    private long document;

    DocumentScanner(JsonLimits limits, PathTable paths) {
        this.limits = limits;
        this.paths = paths;
    }

    /**
     * Reads the object between two places.
     *
     * @param number  counts documents, so that nodes know what is of this one
     * @param nodes   gets the nodes that the document fills
     * @return whether it was read; else the nodes are to be ignored
     */
    boolean scan(byte[] source, int from, int to, PathNode root, long number, List<PathNode> nodes) {
        bytes = source;
        end = to;
        depth = 0;
        document = number;
        found = nodes;
        int at = blanks(from);
        if (at >= end || bytes[at] != '{') {
            return false;
        }
        int behind = members(at + 1, root, root, false);
        return behind != GIVEN_UP && blanks(behind) == end;
    }

    /**
     * Members of an object up to its closing brace.
     *
     * @param top the root while the object is the document itself, else null
     * @return the place behind the brace
     */
    private int members(int from, PathNode node, PathNode top, boolean inArray) {
        int at = blanks(from);
        if (at < end && bytes[at] == '}') {
            return at + 1;
        }
        while (at < end && bytes[at] == '"') {
            int keyEnd = Swar.quoteOrBackslash(bytes, at + 1, end);
            if (keyEnd >= end || bytes[keyEnd] != '"' || keyEnd - at > LONGEST_KEY) {
                return GIVEN_UP;
            }
            PathNode child = node.child(bytes, at + 1, keyEnd, paths);
            at = blanks(keyEnd + 1);
            if (child == null || at >= end || bytes[at] != ':') {
                return GIVEN_UP;
            }
            at = blanks(at + 1);
            boolean hit = top != null && at < end && bytes[at] == '{' && child.path.equals("_source");
            at = hit ? GIVEN_UP : value(at, child, inArray);
            if (at == GIVEN_UP) {
                return GIVEN_UP;
            }
            at = blanks(at);
            if (at < end && bytes[at] == '}') {
                return at + 1;
            }
            if (at >= end || bytes[at] != ',') {
                return GIVEN_UP;
            }
            at = blanks(at + 1);
        }
        return GIVEN_UP;
    }

    /** A value; returns the place behind it. */
    private int value(int at, PathNode node, boolean inArray) {
        if (at >= end) {
            return GIVEN_UP;
        }
        return switch (bytes[at]) {
            case '"' -> string(at + 1, node, inArray);
            case '{' -> object(at, node, inArray, false);
            case '[' -> array(at, node, inArray);
            case 't' -> literal(at, "true", TRUE, node, inArray);
            case 'f' -> literal(at, "false", FALSE, node, inArray);
            case 'n' -> literal(at, "null", NULL, node, inArray);
            default -> number(at, node, inArray);
        };
    }

    private int string(int from, PathNode node, boolean inArray) {
        if (!node.repeats()) {
            String text = strings.scan(bytes, from, end);
            if (text != null) {
                node.met(false);
                return add(node, Value.string(text), inArray) ? strings.behind() : GIVEN_UP;
            }
        }
        return anyString(from, node, inArray);
    }

    private int anyString(int from, PathNode node, boolean inArray) {
        int to = Swar.quoteOrBackslash(bytes, from, end);
        while (to < end && bytes[to] == '\\') {
            to = to + 2 > end ? end : Swar.quoteOrBackslash(bytes, to + 2, end);
        }
        if (to >= end) {
            return GIVEN_UP;
        }
        boolean remembered = node.repeats();
        int hash = remembered ? Swar.hash(bytes, from, to) : 0;
        Value value = remembered ? values.find(Kind.STRING, hash, bytes, from, to) : null;
        node.met(value != null);
        if (value == null) {
            String text = strings.read(bytes, from, to);
            if (text == null) {
                return GIVEN_UP;
            }
            value = Value.string(text);
            if (remembered) {
                values.add(value, hash, bytes, from, to);
            }
        }
        return add(node, value, inArray) ? to + 1 : GIVEN_UP;
    }

    private int number(int from, PathNode node, boolean inArray) {
        int to = from;
        while (to < end && (bytes[to] >= '0' && bytes[to] <= '9' || bytes[to] == '-' || bytes[to] == '+' || bytes[to] == '.' || bytes[to] == 'e' || bytes[to] == 'E')) {
            to++;
        }
        if (to - from > LONGEST_NUMBER) {
            return GIVEN_UP;
        }
        boolean remembered = node.repeats();
        int hash = remembered ? Swar.hash(bytes, from, to) : 0;
        Value value = remembered ? values.find(Kind.NUMBER, hash, bytes, from, to) : null;
        node.met(value != null);
        if (value == null) {
            if (!number(from, to)) {
                return GIVEN_UP;
            }
            value = Value.number(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            if (remembered) {
                values.add(value, hash, bytes, from, to);
            }
        }
        return add(node, value, inArray) ? to : GIVEN_UP;
    }

    /** Whether the bytes are a number: {@code [-] (0 | 1-9 digits) [. digits] [e [+-] digits]}. */
    private boolean number(int from, int to) {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        int whole = digits(at, to);
        if (whole == at || bytes[at] == '0' && whole > at + 1) {
            return false;
        }
        at = whole;
        if (at < to && bytes[at] == '.') {
            int fraction = digits(at + 1, to);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < to && (bytes[at] == 'e' || bytes[at] == 'E')) {
            int sign = at + 1 < to && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? at + 2 : at + 1;
            at = digits(sign, to);
            if (at == sign) {
                return false;
            }
        }
        return at == to;
    }

    private int digits(int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private int literal(int from, String word, Value value, PathNode node, boolean inArray) {
        if (end - from < word.length()) {
            return GIVEN_UP;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return GIVEN_UP;
            }
        }
        return add(node, value, inArray) ? from + word.length() : GIVEN_UP;
    }

    private int object(int from, PathNode node, boolean inArray, boolean element) {
        if (++depth > limits.maxDepth()) {
            return GIVEN_UP;
        }
        int inside = blanks(from + 1);
        boolean empty = inside < end && bytes[inside] == '}';
        if (empty && !element && !add(node, NO_FIELDS, inArray)) {
            return GIVEN_UP;
        }
        int behind = empty ? inside + 1 : members(inside, node, null, inArray);
        depth--;
        return behind;
    }

    private int array(int from, PathNode node, boolean inArray) {
        if (++depth > limits.maxDepth()) {
            return GIVEN_UP;
        }
        int at = blanks(from + 1);
        if (at < end && bytes[at] == ']') {
            depth--;
            return add(node, NO_ELEMENTS, inArray) ? at + 1 : GIVEN_UP;
        }
        boolean objects = false;
        while (true) {
            boolean object = at < end && bytes[at] == '{';
            objects |= object;
            at = object ? object(at, node, true, true) : value(at, node, true);
            if (at == GIVEN_UP) {
                return GIVEN_UP;
            }
            at = blanks(at);
            if (at < end && bytes[at] == ']') {
                break;
            }
            if (at >= end || bytes[at] != ',') {
                return GIVEN_UP;
            }
            at = blanks(at + 1);
        }
        depth--;
        if (objects && !add(node, Value.json(new String(bytes, from, at + 1 - from, StandardCharsets.UTF_8)), inArray)) {
            return GIVEN_UP;
        }
        return at + 1;
    }

    private boolean add(PathNode node, Value value, boolean inArray) {
        if (node.add(document, value, inArray)) {
            found.add(node);
        }
        return found.size() <= limits.maxFields();
    }

    private int blanks(int from) {
        int at = from;
        while (at < end && bytes[at] <= ' ' && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }
}
