package dev.spoor.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Elasticsearch mapping: {@code properties}, objects, {@code nested}, multi-fields ({@code fields}), aliases, {@code null_value} and {@code format}.
 * Accepts the mapping itself, or what the mapping and index APIs answer ({@code mappings} within, below an index name or not). Immutable and thread-safe.
 */
public final class ElasticMapping {
    private static final int MAX_DEPTH = 100;
    private final Map<String, MappedField> fields = new TreeMap<>();

    /**
     * A field of the mapping.
     *
     * @param type      its type
     * @param parent    the path whose values it reads, for a multi-field or an alias
     * @param nullValue what stands for null
     * @param format    how dates are written, as Elasticsearch writes it: {@code yyyy-MM-dd||epoch_millis}
     */
    public record MappedField(FieldType type, Optional<String> parent, Optional<String> nullValue, Optional<String> format) {}

    private ElasticMapping() {}

    /**
     * Reads a mapping.
     *
     * @throws MappingException if the text is no JSON or no mapping
     */
    public static ElasticMapping parse(String json) throws MappingException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new MappingException("the mapping is no JSON: " + e.getOriginalMessage(), e);
        }
        ElasticMapping mapping = new ElasticMapping();
        mapping.properties(properties(root), "", 0);
        mapping.resolveAliases();
        return mapping;
    }

    /** The field of a path, if the mapping names it. */
    public Optional<MappedField> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** All fields by path, sorted. */
    public Map<String, MappedField> fields() {
        return Collections.unmodifiableMap(fields);
    }

    private static JsonNode properties(JsonNode root) throws MappingException {
        List<JsonNode> candidates = new ArrayList<>(List.of(root, root.path("mappings")));
        root.forEach(child -> {
            candidates.add(child.path("mappings"));
            candidates.add(child.path("mappings").path("_doc"));
        });
        for (JsonNode candidate : candidates) {
            if (candidate.path("properties").isObject()) {
                return candidate.get("properties");
            }
        }
        if (root.isObject() && !root.isEmpty() && root.elements().next().path("type").isTextual()) {
            return root;
        }
        throw new MappingException("no Elasticsearch mapping: an object with \"properties\" expected");
    }

    private void properties(JsonNode properties, String prefix, int depth) throws MappingException {
        if (depth > MAX_DEPTH) {
            throw new MappingException("the mapping is nested deeper than " + MAX_DEPTH + " levels");
        }
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            JsonNode definition = entry.getValue();
            String path = prefix + entry.getKey();
            JsonNode below = definition.path("properties");
            String type = definition.path("type").asText(below.isObject() ? "object" : "keyword");
            fields.put(path, field(type, Optional.empty(), definition));
            for (Map.Entry<String, JsonNode> multi : definition.path("fields").properties()) {
                fields.put(path + "." + multi.getKey(), field(multi.getValue().path("type").asText("keyword"), Optional.of(path), multi.getValue()));
            }
            if (below.isObject()) {
                properties(below, path + ".", depth + 1);
            }
        }
    }

    private static MappedField field(String type, Optional<String> parent, JsonNode definition) {
        Optional<String> alias = type.equals("alias") ? Optional.of(definition.path("path").asText()) : parent;
        return new MappedField(FieldType.ofElastic(type), alias, text(definition, "null_value"), text(definition, "format"));
    }

    private static Optional<String> text(JsonNode definition, String key) {
        return definition.hasNonNull(key) ? Optional.of(definition.get(key).asText()) : Optional.empty();
    }

    /** An alias has its target's type. */
    private void resolveAliases() {
        fields.replaceAll((path, field) -> {
            MappedField target = field.parent().filter(parent -> !path.startsWith(parent + ".")).map(fields::get).orElse(null);
            return target == null ? field : new MappedField(target.type(), field.parent(), target.nullValue(), target.format());
        });
    }
}
