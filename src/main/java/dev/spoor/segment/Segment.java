package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.event.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Some thousand events of one data set as columns, which are loaded when they are first asked for. Immutable to its readers; thread-safe. */
public final class Segment {
    private final String dataset;
    private final List<Field> fields;
    private final Set<Field> known;
    private final ColumnSource source;
    private final Provenance provenance;
    private final Map<Field, Optional<Column>> columns = new ConcurrentHashMap<>();

    /**
     * A segment that reads its columns from elsewhere.
     *
     * @param fields the fields that at least one event has, in any order
     */
    public Segment(String dataset, List<Field> fields, ColumnSource source, Provenance provenance) {
        this.dataset = dataset;
        this.fields = fields.stream().sorted().toList();
        this.known = Set.copyOf(fields);
        this.source = source;
        this.provenance = provenance;
    }

    /** Name of the data set that the events belong to. */
    public String dataset() {
        return dataset;
    }

    /** How many events it has. */
    public int size() {
        return provenance.size();
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
        Optional<Column> loaded = columns.get(field);
        return loaded != null ? loaded : columns.computeIfAbsent(field, source::load);
    }

    /** The same segment with no column loaded, for those who keep it for later. */
    public Segment unloaded() {
        return new Segment(dataset, fields, source, provenance);
    }

    /** When an event happened, in ticks of {@link dev.spoor.event.Time}, or {@code Time.NONE}. */
    public long time(int event) {
        return provenance.time(event);
    }

    /** Where an event came from. */
    public Origin origin(int event) {
        return provenance.origin(event);
    }

    /** Times and origins of all events. */
    public Provenance provenance() {
        return provenance;
    }
}
