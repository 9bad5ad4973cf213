package dev.spoor.workbench;

import dev.spoor.event.EventBatch;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.RawRecord;
import dev.spoor.normalize.Normalizer;
import dev.spoor.store.StoreException;

/** Makes events of records, some hundred at a time, and hands them to the segments. */
final class EventGatherer {
    private static final int EVENTS = 512;
    /** So many bytes of the file close a batch as well, so that a segment grows beyond its limit by little. */
    private static final long BYTES = 4L << 20;
    private final Normalizer normalizer;
    private final SegmentWriter segments;
    private final EventBatch batch;
    private long begin;

    /** The normaliser and the segments must use the field table. */
    EventGatherer(FieldTable fields, Normalizer normalizer, SegmentWriter segments) {
        this.normalizer = normalizer;
        this.segments = segments;
        this.batch = new EventBatch(fields, EVENTS);
    }

    /**
     * Adds the event of a record.
     *
     * @param position bytes of the file read so far
     * @return the event's time
     */
    long add(RawRecord record, Origin origin, long position) throws StoreException, WorkbenchException {
        begin = batch.size() == 0 ? position : begin;
        normalizer.add(record, origin, batch);
        long time = batch.time(batch.size() - 1);
        if (batch.full() || position - begin > BYTES) {
            flush();
        }
        return time;
    }

    /** The time of a record's event, which is in the case already; asked before any record of the source is added. */
    long time(RawRecord record, Origin origin) {
        return normalizer.normalize(record, origin).time();
    }

    /** Hands over what was gathered; called at the end of each source. */
    void flush() throws StoreException, WorkbenchException {
        normalizer.finish(batch);
        segments.add(batch);
        batch.clear();
    }
}
