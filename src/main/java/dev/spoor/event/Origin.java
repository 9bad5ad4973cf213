package dev.spoor.event;

/**
 * Where an event came from.
 *
 * @param source number of the source in the case's evidence register
 * @param entry  path of the entry within the source where the source is an archive, else empty
 * @param record EventRecordID for EVTX and event XML, else the 1-based line (NDJSON) or element number
 * @param offset byte offset of the record in the source (or in the entry), -1 where there is none
 */
public record Origin(int source, String entry, long record, long offset) {}
