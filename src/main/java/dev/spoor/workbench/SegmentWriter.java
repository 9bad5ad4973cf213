package dev.spoor.workbench;

import dev.spoor.event.EventBatch;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.View;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.JournalLine;
import dev.spoor.store.RawStore;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers events into segments and appends them, each in one transaction with the sources that end in it. */
final class SegmentWriter {
    private final CaseFile file;
    private final String dataset;
    private final List<Finished> finished = new ArrayList<>();
    private final Follower follower;
    private final RawRecords raw = new RawRecords();
    private final SegmentBuilder builder;

    private record Finished(int source, Source.Result result, JournalLine.Act act) {}

    /** Looks at a segment when it is in the case. */
    interface Follower {
        void appended(Segment segment, long firstEvent) throws StoreException, WorkbenchException;
    }

    SegmentWriter(CaseFile file, FieldTable fields, String dataset, Follower follower) {
        this.file = file;
        this.follower = follower;
        this.dataset = dataset;
        this.builder = new SegmentBuilder(fields, dataset, SegmentLimits.DEFAULT);
    }

    /** How many events fit until the segment is full; everything fits into an empty one. */
    long room() {
        return builder.isEmpty() ? Long.MAX_VALUE : SegmentLimits.DEFAULT.events() - builder.size();
    }

    /** Adds all events of a batch; segments that become full are appended. */
    void add(EventBatch batch) throws StoreException, WorkbenchException {
        int to;
        for (int from = 0; from < batch.size(); from = to) {
            to = Math.min(batch.size(), from + SegmentLimits.DEFAULT.events() - builder.size());
            builder.add(batch, from, to);
            if (builder.full()) {
                flush();
            }
        }
    }

    /** Records word for word; the record of an event is added to them before the event, of all events of a load or of none. */
    RawRecords raw() {
        return raw;
    }

    /** Says that a source has no more events; it is finished, and the journal tells it, together with its last segment. */
    void finish(int source, Source.Result result, JournalLine.Act act) throws StoreException, WorkbenchException {
        finished.add(new Finished(source, result, act));
        if (builder.isEmpty()) {
            flush();
        }
    }

    /** Appends what was gathered and shows it to the follower. */
    void flush() throws StoreException, WorkbenchException {
        Optional<Segment> segment = builder.isEmpty() ? Optional.empty() : Optional.of(builder.build());
        long first = append(segment);
        if (segment.isPresent()) {
            follower.appended(segment.get(), first);
        }
    }

    /** Appends what was gathered when the load is given up. */
    void abandon() throws StoreException {
        append(builder.isEmpty() ? Optional.empty() : Optional.of(builder.build()));
    }

    private long append(Optional<Segment> segment) throws StoreException {
        if (segment.isEmpty() && finished.isEmpty()) {
            return 0;
        }
        RawRecords.Taken taken = raw.take(segment.map(Segment::size).orElse(0));
        RawStore.Packed packed = new RawStore.Packed(taken.records());
        long first = file.transaction(Durability.FAST, () -> {
            long event = 0;
            if (segment.isPresent()) {
                event = file.segments().append(segment.get());
                file.raw().append(event, packed, taken.sources());
                file.datasets().mergeKinds(dataset, kinds(segment.get()));
            }
            for (Finished source : finished) {
                file.sources().finish(source.source(), source.result());
                file.journal().append(Durability.FAST, source.act());
            }
            return event;
        });
        builder.clear();
        finished.clear();
        return first;
    }

    private static Map<String, Integer> kinds(Segment segment) {
        Map<String, Integer> kinds = new HashMap<>();
        Map<Column, Integer> known = new IdentityHashMap<>();
        for (Field field : segment.fields()) {
            if (field.view() == View.ECS) {
                kinds.put(field.path(), known.computeIfAbsent(segment.column(field).orElseThrow(), DocumentSegment::kinds));
            }
        }
        return kinds;
    }
}
