package dev.spoor.workbench;

import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.store.EmbeddedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records word for word that wait for their events to be appended. Not thread-safe. */
final class RawRecords {
    /** So many bytes are enough to append what there is. */
    private static final long ENOUGH = 48L << 20;
    private static final byte[] NONE = new byte[0];
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private byte[] part = NONE;
    private long partOffset = -1;
    private int partSource;
    private long bytes;

    private record Waiting(int source, EmbeddedRecord record, int bytes) {}

    /** The records of some events. */
    record Taken(List<EmbeddedRecord> records, Map<Integer, Long> sources) {}

    /** Takes the record that a reader gave last, before its event is added to a segment. */
    void add(int source, RawRecord record, LogReader reader) {
        long offset = reader.rawOffset();
        boolean known = offset == partOffset && source == partSource && offset >= 0;
        if (!known) {
            part = reader.raw();
            partOffset = offset;
            partSource = source;
            bytes += part.length;
        }
        waiting.add(new Waiting(source, new EmbeddedRecord(part, (int) Math.max(0, record.offset() - offset)), known ? 0 : part.length));
    }

    /** Whether so much waits that events should be appended soon, however few they are. */
    boolean enough() {
        return bytes >= ENOUGH;
    }

    /** The records of the next events, which are appended now; empty where none were asked for. */
    Taken take(int events) {
        List<EmbeddedRecord> records = new ArrayList<>();
        Map<Integer, Long> sources = new TreeMap<>();
        for (int i = 0; i < events && !waiting.isEmpty(); i++) {
            Waiting next = waiting.remove();
            records.add(next.record);
            sources.merge(next.source, 1L, Long::sum);
            bytes -= next.bytes;
        }
        return new Taken(records, sources);
    }
}
