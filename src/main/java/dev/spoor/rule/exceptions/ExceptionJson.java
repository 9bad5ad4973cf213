package dev.spoor.rule.exceptions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Exceptions as JSON:
 * <pre>{@code
 * {"name": "Patching", "comment": "ticket 17", "expires": "2027-01-01T00:00:00Z",
 *  "entries": [{"field": "process.name", "operator": "is", "value": "setup.exe", "negated": false, "ignore_case": true}]}
 * }</pre>
 * {@code entries} is required; operators are {@code is}, {@code is_one_of}, {@code exists}, {@code matches}; values stand under {@code value} or
 * {@code values}, as one text, number or boolean, or a list of them. Unknown keys are an error, because a misspelt one would change what is kept out.
 */
public final class ExceptionJson {
    /** The most entries, and the most values of an entry. */
    private static final int MAX_ENTRIES = 1_000;
    private static final Set<String> ITEM_KEYS = Set.of("name", "comment", "expires", "entries");
    private static final Set<String> ENTRY_KEYS = Set.of("field", "operator", "negated", "value", "values", "ignore_case");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ExceptionJson() {}

    /** Reads an exception. */
    public static ExceptionDraft parse(String json) throws ExceptionProblem {
        JsonNode item;
        try {
            item = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
            throw new ExceptionProblem("The exception is not JSON" + where + ": " + e.getOriginalMessage(), e);
        }
        object(item, "the exception", ITEM_KEYS);
        return new ExceptionDraft(text(item, "name", "the exception"), entries(item.path("entries")), text(item, "comment", "the exception"), expires(item));
    }

    private static List<Entry> entries(JsonNode entries) throws ExceptionProblem {
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new ExceptionProblem("\"entries\" of the exception: expected a list of 1 to " + MAX_ENTRIES + " entries, found " + found(entries));
        }
        List<Entry> result = new ArrayList<>();
        for (JsonNode entry : entries) {
            result.add(entry(entry, "entry " + (result.size() + 1)));
        }
        return result;
    }

    private static Entry entry(JsonNode entry, String where) throws ExceptionProblem {
        object(entry, where, ENTRY_KEYS);
        String field = text(entry, "field", where);
        if (field.isEmpty()) {
            throw new ExceptionProblem("\"field\" of " + where + ": expected the name of a field, found nothing");
        }
        Entry.Operator operator = operator(entry, where);
        List<String> values = values(entry, where);
        int least = operator == Entry.Operator.EXISTS ? 0 : 1;
        int most = switch (operator) {
            case EXISTS -> 0;
            case IS, MATCHES -> 1;
            case IS_ONE_OF -> MAX_ENTRIES;
        };
        if (values.size() < least || values.size() > most) {
            throw new ExceptionProblem("\"value\" of " + where + ": " + operator.word() + " takes " + (most == 0 ? "no value" : most == 1 ? "one value"
                    : "1 to " + MAX_ENTRIES + " values") + ", found " + values.size());
        }
        return new Entry(field, operator, flag(entry, "negated", where), values, flag(entry, "ignore_case", where));
    }

    private static Entry.Operator operator(JsonNode entry, String where) throws ExceptionProblem {
        String word = text(entry, "operator", where);
        for (Entry.Operator operator : Entry.Operator.values()) {
            if (operator.word().equals(word)) {
                return operator;
            }
        }
        throw new ExceptionProblem("\"operator\" of " + where + ": expected is, is_one_of, exists or matches, found " + found(entry.path("operator")));
    }

    private static List<String> values(JsonNode entry, String where) throws ExceptionProblem {
        if (entry.has("value") && entry.has("values")) {
            throw new ExceptionProblem("\"value\" and \"values\" of " + where + ": expected one of them, found both");
        }
        JsonNode given = entry.has("value") ? entry.get("value") : entry.path("values");
        List<String> values = new ArrayList<>();
        if (given.isMissingNode() || given.isNull()) {
            return values;
        }
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            if (!value.isValueNode() || value.isNull()) {
                throw new ExceptionProblem("\"value\" of " + where + ": expected a text, number or boolean, found " + found(value));
            }
            values.add(value.asText());
        }
        return values;
    }

    private static Optional<Long> expires(JsonNode item) throws ExceptionProblem {
        String text = text(item, "expires", "the exception");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long ticks = Time.parse(text);
        if (ticks == Time.NONE) {
            throw new ExceptionProblem("\"expires\" of the exception: expected an ISO 8601 time like 2027-01-01T00:00:00Z, found '" + text + "'");
        }
        return Optional.of(ticks);
    }

    private static void object(JsonNode node, String where, Set<String> known) throws ExceptionProblem {
        if (!node.isObject()) {
            throw new ExceptionProblem("Expected " + where + " as a JSON object, found " + found(node));
        }
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new ExceptionProblem("Unknown key '" + entry.getKey() + "' in " + where + ": expected one of " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static String text(JsonNode node, String key, String where) throws ExceptionProblem {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw new ExceptionProblem("\"" + key + "\" of " + where + ": expected a text, found " + found(value));
        }
        return value.isTextual() ? value.asText() : "";
    }

    private static boolean flag(JsonNode node, String key, String where) throws ExceptionProblem {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new ExceptionProblem("\"" + key + "\" of " + where + ": expected true or false, found " + found(value));
        }
        return value.asBoolean();
    }

    private static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case ARRAY -> "a list of " + node.size();
            case OBJECT -> "an object";
            case BINARY, BOOLEAN, NULL, NUMBER, POJO, STRING -> "'" + node.asText() + "'";
        };
    }

    /** Writes an exception of a case: what {@link #parse} reads, with id, rule and author. */
    public static ObjectNode write(ExceptionItem item) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", item.id()).put("rule", item.ruleId());
        ObjectNode draft = write(new ExceptionDraft(item.name(), item.entries(), item.comment(), item.expires()));
        node.setAll(draft);
        return node.put("created_by", item.createdBy()).put("created_at", Time.iso(item.createdAt())).put("enabled", item.enabled());
    }

    /** Writes an exception; {@link #parse} reads it back as it was. */
    public static ObjectNode write(ExceptionDraft draft) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", draft.name());
        ArrayNode entries = node.putArray("entries");
        for (Entry entry : draft.entries()) {
            ObjectNode written = entries.addObject().put("field", entry.field()).put("operator", entry.operator().name().toLowerCase(Locale.ROOT))
                    .put("negated", entry.negated());
            ArrayNode values = written.putArray("values");
            entry.values().forEach(values::add);
            written.put("ignore_case", entry.ignoreCase());
        }
        node.put("comment", draft.comment());
        draft.expires().ifPresent(ticks -> node.put("expires", Time.iso(ticks)));
        return node;
    }
}
