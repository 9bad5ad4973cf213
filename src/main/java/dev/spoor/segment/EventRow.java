package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.event.Origin;
import dev.spoor.event.Values;
import java.util.List;
import java.util.Optional;

/**
 * One event of a segment.
 *
 * @param index its place in the segment, from 0
 */
public record EventRow(Segment segment, int index) {
    /** What a field holds; also values of kind JSON. */
    public Optional<Values> get(Field field) {
        return segment.column(field).flatMap(column -> column.values(index));
    }

    /** What the first of several fields holds that has a value other than JSON in this event. */
    public Optional<Values> get(List<Field> candidates) {
        for (Field field : candidates) {
            Optional<Column> column = segment.column(field);
            if (column.isPresent() && column.get().present().get(index)) {
                return column.get().values(index);
            }
        }
        return Optional.empty();
    }

    /** Ticks of {@link dev.spoor.event.Time}, or {@code Time.NONE}. */
    public long time() {
        return segment.time(index);
    }

    public Origin origin() {
        return segment.origin(index);
    }
}
