package dev.spoor.rule.exceptions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exception as Elastic Security's exceptions API and its exports write it, with {@code item_id}, {@code list_id}, {@code entries}, {@code expire_time},
 * {@code os_types} and {@code comments}. Operating systems are a further condition, on {@code host.os.type}.
 *
 * @param id    list and item, which no other exception of the same space has: {@code LIST/ITEM}
 * @param draft what it says
 */
public record ElasticException(String id, ExceptionDraft draft) {
    private static final int DEPTH = 20;

    /**
     * Reads an exception.
     *
     * @throws ExceptionProblem saying which exception of which list cannot be read, and why
     */
    public static ElasticException read(String json) throws ExceptionProblem {
        JsonNode item;
        try {
            item = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build()).build()).readTree(json);
        } catch (JsonProcessingException e) {
            throw new ExceptionProblem("The exception is not JSON: " + e.getOriginalMessage(), e);
        }
        String name = item.path("name").asText("");
        String what = "the exception '" + name + "' of the list " + item.path("list_id").asText("");
        String id = item.path("list_id").asText("") + "/" + item.path("item_id").asText(item.path("id").asText(""));
        return new ElasticException(id, new ExceptionDraft(name, entries(item, what), comment(item), expires(item, what)));
    }

    private static List<Entry> entries(JsonNode item, String what) throws ExceptionProblem {
        JsonNode given = item.path("entries");
        if (!given.isArray() || given.isEmpty() || given.size() > ExceptionJson.MAX_ENTRIES) {
            throw new ExceptionProblem("\"entries\" of " + what + ": expected a list of 1 to " + ExceptionJson.MAX_ENTRIES + " entries, found " + JsonParts.found(given));
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : given) {
            entries.add(EntryJson.read(entry, "entry " + (entries.size() + 1) + " of " + what));
        }
        List<String> systems = new ArrayList<>();
        item.path("os_types").forEach(system -> systems.add(system.asText()));
        if (!systems.isEmpty()) {
            entries.add(new Entry("host.os.type", Entry.Operator.IS_ONE_OF, false, systems, true));
        }
        return entries;
    }

    private static Optional<Long> expires(JsonNode item, String what) throws ExceptionProblem {
        String text = item.path("expire_time").asText("");
        if (text.isEmpty() || item.path("expire_time").isNull()) {
            return Optional.empty();
        }
        long ticks = Time.parse(text);
        if (ticks == Time.NONE) {
            throw new ExceptionProblem("\"expire_time\" of " + what + ": expected an ISO 8601 time, found '" + text + "'");
        }
        return Optional.of(ticks);
    }

    private static String comment(JsonNode item) {
        List<String> parts = new ArrayList<>();
        parts.add(item.path("description").asText("").strip());
        item.path("comments").forEach(one -> parts.add(one.path("comment").asText("").strip()));
        return String.join("\n", parts.stream().filter(text -> !text.isEmpty()).toList());
    }
}
