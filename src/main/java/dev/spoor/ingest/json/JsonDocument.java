package dev.spoor.ingest.json;

import dev.spoor.event.Values;
import dev.spoor.ingest.IngestException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A single document from memory, flattened as those of files are. */
public final class JsonDocument {
    private JsonDocument() {}

    /**
     * Dotted path to values, in the order of the document.
     *
     * @param json one JSON object
     * @throws IngestException if it is no JSON object, or goes beyond the limits of documents
     */
    public static Map<String, Values> flatten(String json) throws IngestException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return new DocumentParser(JsonLimits.DEFAULT).parse(bytes, 0, bytes.length);
        } catch (MalformedDocument e) {
            throw new IngestException("Not a JSON object: " + e.getMessage(), e);
        }
    }
}
