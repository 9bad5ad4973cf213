package dev.spoor.detect.stateful;

import dev.spoor.detect.TypedField;
import dev.spoor.event.Time;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The events that one rule remembers, each with the number of its combination of values, and what could not be remembered. Used by one thread. */
final class Remembered {
    private final Groups groups;
    private final EventLog log;
    private final RememberLimits limits;
    private long timeless;
    private long unseen;
    private boolean full;

    Remembered(Groups groups, EventLog log, RememberLimits limits) {
        this.groups = groups;
        this.log = log;
        this.limits = limits;
    }

    /**
     * Takes the events of a segment.
     *
     * @param added told the event's place in the segment for each entry that was added
     */
    void take(List<TypedField> fields, Optional<TypedField> timestamp, Segment segment, int number, Bitmap events, IntConsumer added) {
        EventTimes times = new EventTimes(segment, timestamp);
        Groups.Reader reader = groups.new Reader(fields, segment);
        for (int event = events.next(0); event >= 0 && !full; event = events.next(event + 1)) {
            long time = times.of(event);
            if (time == Time.NONE) {
                timeless++;
                continue;
            }
            IntBag found = reader.read(event);
            for (int i = 0; i < found.size(); i++) {
                log.add(time, number, event, found.get(i));
                added.accept(event);
            }
            full = log.size() > limits.entries();
        }
    }

    /** Counts an event that no run of the rule sees. */
    void unseen() {
        unseen++;
    }

    /** Whether there was more than may be remembered; the rule must not give alerts then. */
    boolean full() {
        return full;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (full) {
            notes.add("gave no alerts, because it would have to remember more than " + limits.entries() + " events");
        }
        if (timeless > 0) {
            notes.add(timeless + " events without a time are in no window");
        }
        if (unseen > 0) {
            notes.add(unseen + " events fall between the windows of two runs, which are shorter than the time between runs");
        }
        if (groups.cut() > 0) {
            notes.add(groups.cut() + " events have more than " + Groups.MOST + " combinations of values; the others were left out");
        }
        return notes;
    }
}
