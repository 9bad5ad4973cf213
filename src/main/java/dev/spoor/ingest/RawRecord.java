package dev.spoor.ingest;

/** A record as a file holds it, before normalisation. */
public sealed interface RawRecord extends ReadResult permits WindowsRecord, ShapedRecord, DocumentRecord {
    /** EventRecordID for EVTX and event XML, else the 1-based line (NDJSON) or element number. */
    long record();

    /** Byte offset of the record in the file; -1 where there is none. */
    long offset();
}
