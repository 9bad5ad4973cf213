package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An event of the case, whole.
 *
 * @param id     number in the case
 * @param fields ECS view by dotted path, sorted; each with its values as text
 * @param source source view by path, in the same form
 * @param document the ECS view as nested JSON
 * @param raw    the record as it is in the evidence: JSON line, event XML or the EVTX record as event XML; a sentence why not where the evidence cannot be read
 */
public record EventDocument(long id, String path, String entry, long record, long time, Map<String, List<String>> fields, Map<String, List<String>> source,
        ObjectNode document, String raw) {}
