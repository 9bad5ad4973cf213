package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Walks the stored events of one source after the other, in the order of their numbers. Holds one segment. Not thread-safe. */
final class StoredEvents {
    private final CaseFile file;
    private final Deque<Long> left = new ArrayDeque<>();
    private SegmentRef ref;
    private Segment segment;
    private int[] fields = {};
    private int source;
    private int next;

    /**
     * A stored event.
     *
     * @param id     its number in the case
     * @param fields how many fields it has
     */
    record Stored(long id, EventRow row, int fields) {}

    StoredEvents(CaseFile file) {
        this.file = file;
    }

    /** Begins with the first event of a source. */
    void begin(int number) throws StoreException {
        source = number;
        left.clear();
        left.addAll(file.segments().ofSource(number).keySet());
        next = Integer.MAX_VALUE;
    }

    /** The next event of the source. */
    Optional<Stored> next() throws StoreException {
        while (true) {
            if (segment == null || next >= segment.size()) {
                if (left.isEmpty()) {
                    return Optional.empty();
                }
                open(left.remove());
                next = 0;
            }
            int event = next++;
            if (segment.origin(event).source() == source) {
                return Optional.of(new Stored(ref.firstEvent() + event, new EventRow(segment, event), fields[event]));
            }
        }
    }

    private void open(long firstEvent) throws StoreException {
        if (ref != null && ref.firstEvent() == firstEvent) {
            return;
        }
        ref = file.segments().find(firstEvent).orElseThrow();
        segment = file.segments().open(ref);
        fields = new int[segment.size()];
        for (Field field : segment.fields()) {
            Bitmap occupied = segment.column(field).orElseThrow().occupied();
            for (int event = occupied.next(0); event >= 0; event = occupied.next(event + 1)) {
                fields[event]++;
            }
        }
    }
}
