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
import java.util.Optional;
import java.util.Set;

/**
 * Exceptions as JSON:
 * <pre>{@code
 * {"name": "Patching", "comment": "ticket 17", "expires": "2027-01-01T00:00:00Z",
 *  "entries": [{"field": "process.name", "operator": "is", "value": "setup.exe", "negated": false, "ignore_case": true}]}
 * }</pre>
 * {@code entries} is required; operators are {@code is}, {@code is_one_of}, {@code exists}, {@code matches}, {@code is_in_list}, {@code in_network}
 * (addresses, blocks, ranges) and {@code nested} (an array of objects with {@code entries} of its own, which one object must satisfy); values stand under {@code value} or
 * {@code values}, as one text, number or boolean, or a list of them; a list of the case under {@code list}: {@code {"id": "NAME", "type": "keyword"}}. An entry
 * with a {@code type} is read as Elastic Security writes it: {@code match}, {@code match_any}, {@code exists}, {@code wildcard}, {@code list}, {@code nested} or, which Elastic
 * does not have, {@code cidr}, with the operator
 * {@code included} or {@code excluded}. {@code scope} says which rules the exception holds for, see {@link ExceptionScope#parse}, {@code part} which events of a rule it is
 * asked about, see {@link ExceptionPart#parse}. Unknown keys are an error, because a misspelt one would change what is kept out.
 */
public final class ExceptionJson {
    /** The most entries. */
    static final int MAX_ENTRIES = 1_000;
    private static final Set<String> ITEM_KEYS = Set.of("name", "comment", "expires", "entries", "scope", "part");
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
        JsonParts.object(item, "the exception", ITEM_KEYS);
        String scope = JsonParts.text(item, "scope", "the exception");
        String part = JsonParts.text(item, "part", "the exception");
        return new ExceptionDraft(JsonParts.text(item, "name", "the exception"), entries(item.path("entries")), JsonParts.text(item, "comment", "the exception"), expires(item),
                scope.isEmpty() ? ExceptionScope.RULE : ExceptionScope.parse(scope), part.isEmpty() ? ExceptionPart.WHOLE : ExceptionPart.parse(part));
    }

    private static List<Entry> entries(JsonNode entries) throws ExceptionProblem {
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new ExceptionProblem("\"entries\" of the exception: expected a list of 1 to " + MAX_ENTRIES + " entries, found " + JsonParts.found(entries));
        }
        List<Entry> result = new ArrayList<>();
        for (JsonNode entry : entries) {
            result.add(EntryJson.read(entry, "entry " + (result.size() + 1)));
        }
        return result;
    }

    private static Optional<Long> expires(JsonNode item) throws ExceptionProblem {
        String text = JsonParts.text(item, "expires", "the exception");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long ticks = Time.parse(text);
        if (ticks == Time.NONE) {
            throw new ExceptionProblem("\"expires\" of the exception: expected an ISO 8601 time like 2027-01-01T00:00:00Z, found '" + text + "'");
        }
        return Optional.of(ticks);
    }

    /** Writes an exception of a case: what {@link #parse} reads, with id, rule and author. */
    public static ObjectNode write(ExceptionItem item) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", item.id()).put("rule", item.ruleId());
        ObjectNode draft = write(new ExceptionDraft(item.name(), item.entries(), item.comment(), item.expires(), item.scope(), item.part()));
        node.setAll(draft);
        return node.put("created_by", item.createdBy()).put("created_at", Time.iso(item.createdAt())).put("enabled", item.enabled());
    }

    /** Writes an exception; {@link #parse} reads it back as it was. */
    public static ObjectNode write(ExceptionDraft draft) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", draft.name());
        ArrayNode entries = node.putArray("entries");
        for (Entry entry : draft.entries()) {
            EntryJson.write(entry, entries.addObject());
        }
        node.put("comment", draft.comment());
        draft.expires().ifPresent(ticks -> node.put("expires", Time.iso(ticks)));
        if (!draft.scope().equals(ExceptionScope.RULE)) {
            node.put("scope", draft.scope().text());
        }
        if (!draft.part().equals(ExceptionPart.WHOLE)) {
            node.put("part", draft.part().text());
        }
        return node;
    }
}
