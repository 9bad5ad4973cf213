package dev.spoor.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the bytes of one document into paths and values. A hit of Elasticsearch is unwrapped: what lies under {@code _source} comes to the top,
 * beside the members whose names begin with an underscore. Not thread-safe.
 */
final class DocumentParser {
    private static final Set<String> ENVELOPE = Set.of("_index", "_id", "_type", "_score", "_version", "_seq_no", "_primary_term", "_routing", "_ignored",
            "fields", "highlight", "sort", "matched_queries", "inner_hits", "ignored_field_values");
    private final JsonFactory factory;
    private final JsonLimits limits;
    private final PathTable paths = new PathTable();
    private final DocumentScanner scanner;
    private final FieldLayouts layouts = new FieldLayouts();
    private final List<PathNode> found = new ArrayList<>();
    private byte[] bytes;
    private int from;
    private long document;
    private int depth;

    DocumentParser(JsonLimits limits) {
        this.limits = limits;
        this.scanner = new DocumentScanner(limits, paths);
        this.factory = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(limits.maxRecordBytes()).maxNestingDepth(limits.maxDepth() + 2)
                        .maxNumberLength(10_000).build())
                .build();
    }

    /**
     * Reads the document between two places.
     *
     * @throws MalformedDocument if it is no JSON object or goes beyond a limit
     */
    Map<String, Values> parse(byte[] source, int start, int end) throws MalformedDocument {
        document++;
        found.clear();
        if (scanner.scan(source, start, end, paths.root(), document, found)) {
            return layouts.fields(found);
        }
        return parseAny(source, start, end);
    }

    /** Reads it with the general parser. */
    Map<String, Values> parseAny(byte[] source, int start, int end) throws MalformedDocument {
        bytes = source;
        from = start;
        document++;
        depth = 0;
        found.clear();
        try (JsonParser parser = factory.createParser(source, start, end - start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedDocument("a JSON object expected");
            }
            top(parser);
            if (parser.nextToken() != null) {
                throw new MalformedDocument("text behind the object");
            }
        } catch (JsonProcessingException e) {
            throw new MalformedDocument(e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedDocument("unreadable: " + e.getMessage());
        }
        return layouts.fields(found);
    }

    /** Whether a path belongs to what a search puts around a document. */
    static boolean inEnvelope(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        return ENVELOPE.contains(name) || name.equals("found") && dot < 0;
    }

    /** The same bytes with everything that is no UTF-8 replaced by U+FFFD. */
    static byte[] repaired(byte[] source, int start, int end) {
        return new String(source, start, end - start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private void top(JsonParser parser) throws IOException, MalformedDocument {
        PathNode root = paths.root();
        boolean envelope = false;
        boolean onlyEnvelope = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (onlyEnvelope && envelope && key.equals("_source") && token == JsonToken.START_OBJECT) {
                hit(parser, root);
                return;
            }
            onlyEnvelope = onlyEnvelope && ENVELOPE.contains(key);
            envelope = envelope || key.equals("_id") || key.equals("_index");
            value(parser, token, root.child(key, paths), false);
        }
    }

    /** What follows in a hit once {@code _source} is reached; members of the envelope without underscore are the search's, not the document's. */
    private void hit(JsonParser parser, PathNode root) throws IOException, MalformedDocument {
        found.removeIf(node -> !node.path.startsWith("_"));
        members(parser, root, false);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (key.startsWith("_")) {
                value(parser, token, root.child(key, paths), false);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void members(JsonParser parser, PathNode node, boolean inArray) throws IOException, MalformedDocument {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            PathNode child = node.child(parser.currentName(), paths);
            value(parser, parser.nextToken(), child, inArray);
        }
    }

    private void value(JsonParser parser, JsonToken token, PathNode node, boolean inArray) throws IOException, MalformedDocument {
        switch (token) {
            case VALUE_STRING -> add(node, Value.string(parser.getText()), inArray);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(node, Value.number(parser.getText()), inArray);
            case VALUE_TRUE -> add(node, Value.bool(true), inArray);
            case VALUE_FALSE -> add(node, Value.bool(false), inArray);
            case VALUE_NULL -> add(node, Value.json("null"), inArray);
            case START_OBJECT -> object(parser, node, inArray, false);
            case START_ARRAY -> array(parser, node, inArray);
            case null, default -> throw new MalformedDocument("the document ends within a value");
        }
    }

    private void object(JsonParser parser, PathNode node, boolean inArray, boolean element) throws IOException, MalformedDocument {
        deeper();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.END_OBJECT) {
            if (!element) {
                add(node, Value.json("{}"), inArray);
            }
        } else {
            PathNode child = node.child(parser.currentName(), paths);
            value(parser, parser.nextToken(), child, inArray);
            members(parser, node, inArray);
        }
        depth--;
    }

    private void array(JsonParser parser, PathNode node, boolean inArray) throws IOException, MalformedDocument {
        deeper();
        int begin = place(parser);
        boolean objects = false;
        boolean any = false;
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            any = true;
            if (token == JsonToken.START_OBJECT) {
                objects = true;
                object(parser, node, true, true);
            } else {
                value(parser, token, node, true);
            }
        }
        if (!any) {
            add(node, Value.json("[]"), inArray);
        } else if (objects) {
            add(node, Value.json(new String(bytes, begin, place(parser) + 1 - begin, StandardCharsets.UTF_8)), inArray);
        }
        depth--;
    }

    /** Place in the bytes of the token that the parser stands on. */
    private int place(JsonParser parser) {
        return from + (int) parser.currentTokenLocation().getByteOffset();
    }

    private void add(PathNode node, Value value, boolean inArray) throws MalformedDocument {
        if (node.add(document, value, inArray)) {
            found.add(node);
            if (found.size() > limits.maxFields()) {
                throw new MalformedDocument("more than the limit of " + limits.maxFields() + " fields");
            }
        }
    }

    private void deeper() throws MalformedDocument {
        if (++depth > limits.maxDepth()) {
            throw new MalformedDocument("nested deeper than the limit of " + limits.maxDepth() + " levels");
        }
    }
}
