package dev.spoor.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON in columns. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private static final ObjectReader TEXTS = MAPPER.readerFor(new TypeReference<List<String>>() {});
    private static final ObjectReader OBJECT = MAPPER.readerFor(new TypeReference<LinkedHashMap<String, Object>>() {});

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
        }
    }

    /** Writes piece by piece what {@link #text} writes of a tree. */
    static JsonGenerator generator(Writer out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    /** An object without keys. */
    static JsonNode empty() {
        return MAPPER.createObjectNode();
    }

    static JsonNode tree(String json) throws SQLException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static List<String> texts(String json) throws SQLException {
        try {
            return json.equals("[]") ? List.of() : TEXTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static Map<String, Object> map(String json) throws SQLException {
        try {
            return json.equals("{}") ? Map.of() : OBJECT.readValue(json);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private static SQLException broken(JsonProcessingException e) {
        return new SQLException("a column that should hold JSON holds something else: " + e.getOriginalMessage(), e);
    }
}
