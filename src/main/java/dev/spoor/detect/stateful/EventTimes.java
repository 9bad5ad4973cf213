package dev.spoor.detect.stateful;

import dev.spoor.detect.TypedField;
import dev.spoor.event.Time;
import dev.spoor.event.Values;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.Optional;

/** The times by which a rule's windows cut the events of a segment: the rule's own time field where an event has it, else the event's time. */
record EventTimes(Segment segment, Optional<TypedField> field) {
    /** Ticks of {@link Time}, {@link Time#NONE} where there is no time. */
    long of(int event) {
        if (field.isPresent()) {
            Optional<Values> values = new EventRow(segment, event).get(field.get().ref().candidates());
            long ticks = values.isPresent() ? Terms.ticks(values.get().first()) : Time.NONE;
            if (ticks != Time.NONE) {
                return ticks;
            }
        }
        return segment.time(event);
    }
}
