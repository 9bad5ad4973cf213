package dev.spoor.ingest;

import dev.spoor.event.Values;
import java.util.Map;

/**
 * A record that is a document: a JSON object, a row of a table.
 *
 * @param record 1-based line (NDJSON), element number (array) or row number
 * @param offset byte offset, -1 where there is none
 * @param fields flattened: dotted path to values, in the order of the document; see {@link dev.spoor.event} for arrays of objects
 */
public record DocumentRecord(long record, long offset, Map<String, Values> fields) implements RawRecord {}
