package dev.spoor.ingest;

/** What a reader gives: a record, or damage. */
public sealed interface ReadResult permits RawRecord, Damaged {}
