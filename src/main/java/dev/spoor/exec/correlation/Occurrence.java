package dev.spoor.exec.correlation;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.segment.EventRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member that occurred: an event, or what a correlation put together, at the time of its last event.
 *
 * @param place  of its last event among all events
 * @param events places of all its events, in order
 * @param group  the keys of a correlation; empty for an event
 * @param member its number in the correlation that it is a member of
 */
record Occurrence(long time, int place, List<Integer> events, EventRow row, Map<String, String> group, int member) {
    Occurrence as(int other) {
        return new Occurrence(time, place, events, row, group, other);
    }

    /** The value of a field: the group's of this name, else the last event's first. */
    Optional<String> text(FieldRef field) {
        String key = group.get(field.name());
        return key != null ? Optional.of(key) : row.get(field.candidates()).map(Values::first).filter(value -> value.kind() != Value.Kind.JSON).map(Value::text);
    }
}
