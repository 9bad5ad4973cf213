package dev.spoor.segment;

import dev.spoor.event.Event;
import dev.spoor.event.EventBatch;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers events into a segment. Not thread-safe.
 *
 * <pre>{@code
 * builder.add(event);
 * if (builder.full()) {
 *     store.append(builder.build());
 *     builder = new SegmentBuilder(fields, dataset, limits);
 * }
 * }</pre>
 */
public final class SegmentBuilder {
    private final FieldTable fields;
    private final String dataset;
    private final SegmentLimits limits;
    private final Provenance.Builder provenance = new Provenance.Builder();
    private ColumnBuilder[] columns = new ColumnBuilder[256];
    private long textChars;

    /**
     * An empty builder.
     *
     * @param fields the table that numbers the fields of all events to be added
     */
    public SegmentBuilder(FieldTable fields, String dataset, SegmentLimits limits) {
        this.fields = fields;
        this.dataset = dataset;
        this.limits = limits;
    }

    /** Copies an event; it may be changed or thrown away afterwards. Its field numbers must come from this builder's table. */
    public void add(Event event) {
        int number = provenance.size();
        for (int place = 0; place < event.size(); place++) {
            textChars += column(event.fieldAt(place)).add(number, event.valuesAt(place));
        }
        provenance.add(event.time(), event.origin());
    }

    /** Copies some events of a batch, those from a slot to before another. Field numbers must come from this builder's table. */
    public void add(EventBatch batch, int from, int to) {
        int first = provenance.size() - from;
        for (int i = 0; i < batch.usedFields(); i++) {
            int field = batch.usedField(i);
            Values[] values = batch.column(field);
            ColumnBuilder column = null;
            for (int slot = from; slot < to; slot++) {
                if (values[slot] != null) {
                    column = column == null ? column(field) : column;
                    textChars += column.add(first + slot, values[slot]);
                }
            }
        }
        for (int slot = from; slot < to; slot++) {
            provenance.add(batch.time(slot), batch.origin(slot));
        }
    }

    /** Whether the segment should be built now. More events may be added all the same. */
    public boolean full() {
        return provenance.size() >= limits.events() || textChars >= limits.textChars();
    }

    public boolean isEmpty() {
        return provenance.size() == 0;
    }

    /** How many events were added. */
    public int size() {
        return provenance.size();
    }

    /** The segment of all events that were added, in their order. */
    public Segment build() {
        int size = provenance.size();
        Map<Field, Column> built = new HashMap<>();
        List<Field> names = new ArrayList<>();
        Map<Long, Built> bySignature = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null) {
                Field field = fields.field(i);
                names.add(field);
                built.put(field, column(columns[i], size, bySignature));
            }
        }
        return new Segment(dataset, names, field -> Optional.ofNullable(built.get(field)), provenance.build());
    }

    private record Built(ColumnBuilder builder, Column column) {}

    /** The column of a builder. Many fields hold the same as another one (both views do): they share one column. */
    private static Column column(ColumnBuilder builder, int events, Map<Long, Built> bySignature) {
        Built same = bySignature.get(builder.signature());
        if (same != null && same.builder.sameAs(builder)) {
            return same.column;
        }
        Column column = builder.build(events);
        bySignature.putIfAbsent(builder.signature(), new Built(builder, column));
        return column;
    }

    private ColumnBuilder column(int field) {
        if (field >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(field + 1, columns.length * 2));
        }
        if (columns[field] == null) {
            columns[field] = new ColumnBuilder();
        }
        return columns[field];
    }
}
