package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.event.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Some thousand events of one data set as columns, which are loaded when they are first asked for. Immutable to its readers; thread-safe. */
public final class Segment {
    private final String dataset;
    private final List<Field> fields;
    private final Set<Field> known;
    private final ColumnSource source;
    private final int size;
    private final Supplier<Provenance> provenance;
    private final boolean keeps;
    private final Map<Field, Optional<Column>> columns = new ConcurrentHashMap<>();

    /**
     * A segment that reads its columns from elsewhere.
     *
     * @param fields the fields that at least one event has, in any order
     */
    public Segment(String dataset, List<Field> fields, ColumnSource source, Provenance provenance) {
        this(dataset, fields, source, provenance.size(), () -> provenance, true);
    }

    private Segment(String dataset, List<Field> fields, ColumnSource source, int size, Supplier<Provenance> provenance, boolean keeps) {
        this.dataset = dataset;
        this.fields = fields.stream().sorted().toList();
        this.known = Set.copyOf(fields);
        this.source = source;
        this.size = size;
        this.provenance = provenance;
        this.keeps = keeps;
    }

    /**
     * A segment that holds on to nothing: whoever keeps it for long decides what stays in memory.
     *
     * @param source     asked each time
     * @param provenance asked each time; an {@link java.io.UncheckedIOException} if it is damaged
     */
    public static Segment lasting(String dataset, List<Field> fields, ColumnSource source, int size, Supplier<Provenance> provenance) {
        return new Segment(dataset, fields, source, size, provenance, false);
    }

    /** Name of the data set that the events belong to. */
    public String dataset() {
        return dataset;
    }

    /** How many events it has. */
    public int size() {
        return size;
    }

    /** The fields that at least one event has, sorted. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether at least one event has the field. Loads nothing. */
    public boolean has(Field field) {
        return known.contains(field);
    }

    /** The column of a field, empty where no event has it. */
    public Optional<Column> column(Field field) {
        if (!known.contains(field)) {
            return Optional.empty();
        }
        if (!keeps) {
            return source.load(field);
        }
        Optional<Column> loaded = columns.get(field);
        return loaded != null ? loaded : columns.computeIfAbsent(field, source::load);
    }

    /** The same segment with no column loaded; it keeps those that are asked for. */
    public Segment unloaded() {
        return new Segment(dataset, fields, source, size, provenance, true);
    }

    /** About how many bytes of memory the columns take that this segment keeps. */
    public long memory() {
        long bytes = 0;
        for (Optional<Column> column : columns.values()) {
            bytes += column.map(Column::memory).orElse(0L);
        }
        return bytes;
    }

    /** When an event happened, in ticks of {@link dev.spoor.event.Time}, or {@code Time.NONE}. */
    public long time(int event) {
        return provenance.get().time(event);
    }

    /** Where an event came from. */
    public Origin origin(int event) {
        return provenance.get().origin(event);
    }

    /** Times and origins of all events. */
    public Provenance provenance() {
        return provenance.get();
    }
}
