package dev.spoor.ingest.json;

import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes what stands around a document off it: a hit of Elasticsearch whose {@code _source} comes before its names or which has {@code fields} alone (where a
 * list of one is a value, as every field is a list there), and the {@code result} of a line of Splunk's export.
 */
final class Envelope {
    private static final int MOST_OF_ACTION = 8;
    private static final String SOURCE = "_source.";
    private static final String FIELDS = "fields.";
    private static final String RESULT = "result.";
    private static final Set<String> AROUND_RESULT = Set.of("preview", "offset", "lastrow", "highlighted");

    private Envelope() {}

    /** The document within, or the same where nothing stands around it. */
    static Map<String, Values> open(Map<String, Values> document) {
        if (document.isEmpty()) {
            return document;
        }
        if (document.containsKey("_id") || document.containsKey("_index")) {
            return hit(document);
        }
        boolean result = document.containsKey("preview") || document.keySet().iterator().next().startsWith(RESULT);
        boolean only = result && document.keySet().stream().allMatch(path -> path.startsWith(RESULT) || AROUND_RESULT.contains(path));
        return only ? without(document, RESULT, false) : document;
    }

    /** Whether a line is no document but says where the next one goes, as in the bulk format of Elasticsearch. */
    static boolean isBulkAction(Map<String, Values> line) {
        if (line.isEmpty() || line.size() > MOST_OF_ACTION) {
            return false;
        }
        String first = line.keySet().iterator().next();
        String action = first.startsWith("index") ? "index" : first.startsWith("create") ? "create" : "";
        if (first.equals(action)) {
            return line.size() == 1 && line.get(first).first().text().equals("{}");
        }
        return !action.isEmpty() && line.keySet().stream().allMatch(path -> path.startsWith(action + "._") || path.equals(action + ".routing"));
    }

    private static Map<String, Values> hit(Map<String, Values> hit) {
        boolean source = false;
        boolean fields = false;
        for (String path : hit.keySet()) {
            boolean member = path.startsWith(SOURCE);
            source |= member;
            fields |= path.startsWith(FIELDS);
            if (!member && !DocumentParser.inEnvelope(path)) {
                return hit;
            }
        }
        return source ? without(hit, SOURCE, true) : fields ? without(hit, FIELDS, true) : hit;
    }

    /** What lies below a prefix, and the names that begin with an underscore where they are to be kept. */
    private static Map<String, Values> without(Map<String, Values> document, String prefix, boolean names) {
        boolean lists = prefix.equals(FIELDS);
        Map<String, Values> inner = LinkedHashMap.newLinkedHashMap(document.size());
        document.forEach((path, values) -> {
            if (path.startsWith(prefix)) {
                inner.put(path.substring(prefix.length()), lists ? single(values) : values);
            } else if (names && path.startsWith("_")) {
                inner.put(path, values);
            }
        });
        return inner;
    }

    private static Values single(Values values) {
        return values instanceof ValueList(List<Value> all) && all.size() == 1 ? all.getFirst() : values;
    }
}
