package dev.spoor.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.spoor.event.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * JSON text to trees that keep the spelling of numbers: {@code 1.50} and {@code 1e3} are written again as they were read. Nesting is as deep as Jackson's
 * default limit allows (1,000).
 */
public final class JsonTexts {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Longest number literal that is read as a number; what is longer is kept as raw text. */
    private static final int MAX_NUMBER = 1_000;
    /** Largest power of ten: readers of a tree may ask for the whole number, which must not fill the memory. */
    private static final int MAX_SCALE = 10_000;

    private JsonTexts() {}

    /** The tree of a JSON text, or empty if it is none. */
    public static Optional<JsonNode> parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode node = read(parser);
            return parser.nextToken() == null ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The node of one value. A value of kind JSON whose text is no JSON becomes a text. */
    public static JsonNode node(Value value) {
        return switch (value.kind()) {
            case STRING -> NODES.textNode(value.text());
            case NUMBER -> number(value.text());
            case BOOLEAN -> NODES.booleanNode(value.text().equals("true"));
            case JSON -> parse(value.text()).orElseGet(() -> NODES.textNode(value.text()));
        };
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            ObjectNode object = NODES.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                object.set(name, read(parser));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(read(parser));
            }
            return array;
        }
        if (token == JsonToken.VALUE_NULL) {
            return NODES.nullNode();
        }
        if (token.isNumeric()) {
            return number(parser.getText());
        }
        return token.isBoolean() ? NODES.booleanNode(token == JsonToken.VALUE_TRUE) : NODES.textNode(parser.getText());
    }

    private static JsonNode number(String literal) {
        if (literal.length() <= 18 && canonicalInteger(literal)) {
            return NODES.numberNode(Long.parseLong(literal));
        }
        if (literal.length() > MAX_NUMBER) {
            return new POJONode(new RawValue(literal));
        }
        try {
            BigDecimal value = new BigDecimal(literal);
            return Math.abs((long) value.scale()) > MAX_SCALE ? new POJONode(new RawValue(literal)) : new SpeltNumber(literal, value);
        } catch (NumberFormatException e) {
            return new POJONode(new RawValue(literal));
        }
    }

    private static boolean canonicalInteger(String literal) {
        int begin = literal.startsWith("-") ? 1 : 0;
        if (begin == literal.length() || literal.charAt(begin) == '0' && literal.length() > 1) {
            return false;
        }
        for (int i = begin; i < literal.length(); i++) {
            if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
