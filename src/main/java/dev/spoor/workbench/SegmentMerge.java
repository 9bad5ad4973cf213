package dev.spoor.workbench;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges small segments that stand side by side: each load ends with one, and many loads of small files would leave a case of many small segments, which is slow to
 * search and large. Runs when a case is opened to work on it, before anybody reads it; events keep their numbers.
 */
final class SegmentMerge {
    /** So many small segments side by side are worth the work. */
    private static final int ENOUGH = 8;
    private final CaseFile file;
    private final SegmentLimits limits;

    SegmentMerge(CaseFile file, SegmentLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** Merges what is worth it. */
    void merge() throws StoreException {
        List<SegmentRef> run = new ArrayList<>();
        for (SegmentRef segment : file.segments().list()) {
            boolean small = segment.events() < limits.events() / 2;
            if (!small || !run.isEmpty() && !run.getFirst().dataset().equals(segment.dataset())) {
                merge(run);
                run.clear();
            }
            if (small) {
                run.add(segment);
            }
        }
        merge(run);
    }

    private void merge(List<SegmentRef> run) throws StoreException {
        if (run.size() < ENOUGH) {
            return;
        }
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, run.getFirst().dataset(), limits);
        List<SegmentRef> gathered = new ArrayList<>();
        for (SegmentRef segment : run) {
            if (builder.full() || builder.size() + segment.events() > limits.events()) {
                replace(gathered, builder);
                builder = new SegmentBuilder(fields, segment.dataset(), limits);
                gathered.clear();
            }
            copy(file.segments().open(segment), fields, builder);
            gathered.add(segment);
        }
        replace(gathered, builder);
    }

    private void replace(List<SegmentRef> gathered, SegmentBuilder builder) throws StoreException {
        if (gathered.size() > 1) {
            file.segments().replace(gathered, builder.build());
        }
    }

    private static void copy(Segment segment, FieldTable fields, SegmentBuilder into) {
        Event[] events = new Event[segment.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = new Event(fields, segment.origin(i));
            events[i].time(segment.time(i));
        }
        for (Field field : segment.fields()) {
            int number = fields.number(field);
            Column column = segment.column(field).orElseThrow();
            for (int i = 0; i < events.length; i++) {
                Event event = events[i];
                column.values(i).ifPresent(values -> event.append(number, values));
            }
        }
        for (Event event : events) {
            into.add(event);
        }
    }
}
