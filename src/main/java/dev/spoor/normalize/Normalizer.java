package dev.spoor.normalize;

import dev.spoor.event.Event;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.RawRecord;

/** Placeholder until the mapping tables are merged. */
public final class Normalizer {
    private final FieldTable fields;

    public Normalizer(FieldTable fields) {
        this.fields = fields;
    }

    public Event normalize(RawRecord record, Origin origin) {
        return new Event(fields, origin);
    }
}
