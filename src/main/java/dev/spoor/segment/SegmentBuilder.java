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
 *     builder.clear();
 * }
 * }</pre>
 */
public final class SegmentBuilder {
    private final FieldTable fields;
    private final String dataset;
    private final SegmentLimits limits;
    private final Followers followers = new Followers();
    private final TextPacker packer = new TextPacker();
    private Provenance.Builder provenance = new Provenance.Builder();
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
        while (followers.size() > 0) {
            leave(followers.size() - 1);
        }
        int number = provenance.size();
        for (int place = 0; place < event.size(); place++) {
            textChars += column(event.fieldAt(place)).add(number, event.valuesAt(place));
        }
        provenance.add(event.time(), event.origin());
    }

    /** Copies some events of a batch, those from a slot to before another. Field numbers must come from this builder's table. */
    public void add(EventBatch batch, int from, int to) {
        for (int place = followers.size() - 1; place >= 0; place--) {
            if (!followers.goesOn(batch, place, from, to)) {
                leave(place);
            }
        }
        int first = provenance.size() - from;
        for (int i = 0; i < batch.usedFields(); i++) {
            int field = batch.usedField(i);
            if (!begun(field) && followers.leader(field) < 0 && !begun(followers.candidate(field))) {
                followers.follow(batch, field, from, to);
            }
        }
        for (int i = 0; i < batch.usedFields(); i++) {
            add(batch, batch.usedField(i), first, from, to);
        }
        for (int slot = from; slot < to; slot++) {
            provenance.add(batch.time(slot), batch.origin(slot));
        }
    }

    private boolean begun(int field) {
        return field >= 0 && field < columns.length && columns[field] != null && !columns[field].isEmpty();
    }

    private void add(EventBatch batch, int field, int first, int from, int to) {
        if (followers.leader(field) >= 0) {
            return;
        }
        Values[] values = batch.column(field);
        ColumnBuilder column = null;
        long newText = 0;
        for (int slot = from; slot < to; slot++) {
            if (values[slot] != null) {
                column = column == null ? column(field) : column;
                newText += column.add(first + slot, values[slot]);
            }
        }
        textChars += newText * (1 + followers.count(field));
    }

    /** Gathers a field on its own that followed another one so far. */
    private void leave(int place) {
        int field = followers.field(place);
        int leader = followers.leader(field);
        if (begun(leader)) {
            column(field);
            columns[field] = columns[leader].copy();
        }
        followers.leave(place);
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
            ColumnBuilder builder = holder(i);
            if (builder != null) {
                Field field = fields.field(i);
                names.add(field);
                built.put(field, column(builder, size, bySignature));
            }
        }
        return new Segment(dataset, names, field -> Optional.ofNullable(built.get(field)), provenance.build());
    }

    private record Built(ColumnBuilder builder, Column column) {}

    /** The column of a builder. Many fields hold the same as another one (both views do): they share one column. */
    private Column column(ColumnBuilder builder, int events, Map<Long, Built> bySignature) {
        Built same = bySignature.get(builder.signature());
        if (same != null && (same.builder == builder || same.builder.sameAs(builder))) {
            return same.column;
        }
        Column column = builder.build(events, packer);
        bySignature.putIfAbsent(builder.signature(), new Built(builder, column));
        return column;
    }

    /** What gathers a field's values, its own or another field's; null where no event holds the field. */
    private ColumnBuilder holder(int field) {
        int leader = followers.leader(field);
        int holder = leader < 0 ? field : leader;
        return begun(holder) ? columns[holder] : null;
    }

    /** Forgets all events, for another segment. */
    public void clear() {
        Map<Long, Integer> bySignature = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            ColumnBuilder builder = holder(i);
            if (builder != null) {
                Integer before = bySignature.putIfAbsent(builder.signature(), i);
                followers.know(i, before);
            }
        }
        followers.clear();
        for (int i = 0; i < columns.length; i++) {
            if (begun(i)) {
                columns[i].clear();
            } else {
                columns[i] = null;
            }
        }
        provenance = new Provenance.Builder();
        textChars = 0;
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
