package dev.spoor.detect.stateful;

import dev.spoor.detect.FoundEvent;
import dev.spoor.event.Time;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments of a run by number, without their columns. Events that an alert needs are handed out in segments that load columns again; a few of those are kept
 * at a time. Used by one thread.
 */
final class EventShelf {
    private static final int OPEN = 16;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Long> firstEvents = new ArrayList<>();
    private final Map<Integer, Segment> open = new LinkedHashMap<>(OPEN, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override protected boolean removeEldestEntry(Map.Entry<Integer, Segment> eldest) {
            return size() > OPEN;
        }
    };
    private long first = Time.NONE;

    /** Takes a segment and answers its number; the same one as before if it was the last that came. */
    int number(Segment segment, long firstEvent) {
        int last = segments.size() - 1;
        if (last >= 0 && firstEvents.get(last) == firstEvent) {
            return last;
        }
        segments.add(segment.unloaded());
        firstEvents.add(firstEvent);
        for (int event = 0; event < segment.size(); event++) {
            long time = segment.time(event);
            if (time != Time.NONE && (first == Time.NONE || time < first)) {
                first = time;
            }
        }
        return last + 1;
    }

    /** When the first event of all segments happened, {@link Time#NONE} if none has a time. */
    long first() {
        return first;
    }

    /** An event to look at: its columns can be loaded. */
    FoundEvent event(int segment, int index) {
        Segment loaded = open.computeIfAbsent(segment, number -> segments.get(number).unloaded());
        return new FoundEvent(new EventRow(loaded, index), firstEvents.get(segment) + index);
    }

    /** An event to compare by time and origin. */
    FoundEvent light(int segment, int index) {
        return new FoundEvent(new EventRow(segments.get(segment), index), firstEvents.get(segment) + index);
    }
}
