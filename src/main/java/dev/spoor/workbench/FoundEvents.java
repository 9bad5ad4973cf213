package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The events that a condition found, as bitmaps until somebody looks at one. Not thread-safe. */
final class FoundEvents {
    private final List<Found> segments = new ArrayList<>();
    private int size;

    private record Found(NumberedSegment segment, Bitmap events) {}

    void add(NumberedSegment segment, Bitmap events) {
        int more = events.cardinality();
        if (more > 0) {
            segments.add(new Found(segment, events));
            size = Math.addExact(size, more);
        }
    }

    /** All of them, in the order of the case. */
    List<FoundEvent> all() {
        List<FoundEvent> all = new ArrayList<>(size);
        for (Found found : segments) {
            for (int event = found.events.next(0); event >= 0; event = found.events.next(event + 1)) {
                all.add(new FoundEvent(new EventRow(found.segment.segment(), event), found.segment.firstEvent() + event));
            }
        }
        return all;
    }

    /** All of them, in the order of the case, each made when it is its turn. */
    Iterable<EventRow> rows() {
        return () -> new Rows(segments.iterator());
    }

    private static final class Rows implements Iterator<EventRow> {
        private final Iterator<Found> left;
        private Found found;
        private int event = -1;

        Rows(Iterator<Found> left) {
            this.left = left;
            advance();
        }

        private void advance() {
            event = found == null ? -1 : found.events.next(event + 1);
            while (event < 0 && left.hasNext()) {
                found = left.next();
                event = found.events.next(0);
            }
        }

        @Override public boolean hasNext() {
            return event >= 0;
        }

        @Override public EventRow next() {
            if (event < 0) {
                throw new NoSuchElementException();
            }
            EventRow row = new EventRow(found.segment.segment(), event);
            advance();
            return row;
        }
    }

    /** The events that belong to rows. */
    List<FoundEvent> of(List<EventRow> rows) {
        Map<Segment, Long> begins = new IdentityHashMap<>();
        segments.forEach(found -> begins.put(found.segment.segment(), found.segment.firstEvent()));
        return rows.stream().map(row -> new FoundEvent(row, begins.get(row.segment()) + row.index())).toList();
    }

    /** All of them in an order, which is made when the first is asked for. */
    List<FoundEvent> sorted(Comparator<FoundEvent> order) {
        return new AbstractList<>() {
            private List<FoundEvent> sorted;

            @Override public FoundEvent get(int index) {
                if (sorted == null) {
                    sorted = all();
                    sorted.sort(order);
                }
                return sorted.get(index);
            }

            @Override public int size() {
                return size;
            }
        };
    }
}
