package dev.spoor.store;

import dev.spoor.event.Field;
import dev.spoor.segment.OriginCodec;
import dev.spoor.segment.Provenance;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentFormatException;
import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The events of the case, in segments. Events are numbered from 1 in the order of appending, without a gap; numbers never change. Thread-safe.
 */
public final class SegmentStore {
    private static final String SELECT = "SELECT id, first_event, events, dataset, min_time, max_time FROM segment ";

    /** One part in so many of the memory is for columns that may be asked for again. */
    private static final int CACHE_SHARE = 4;
    private final Database database;
    private final FieldNumbers fields;
    private final ColumnCache cache = new ColumnCache(Runtime.getRuntime().maxMemory() / CACHE_SHARE);

    SegmentStore(Database database) {
        this.database = database;
        this.fields = new FieldNumbers(database);
    }

    /**
     * Stores a segment in one transaction. Its events' sources must be registered.
     *
     * @return the number of its first event
     */
    public long append(Segment segment) throws StoreException {
        EncodedSegment encoded = EncodedSegment.of(segment);
        return database.write(Durability.FAST, connection -> encoded.insert(connection, fields));
    }

    /**
     * Puts one segment in the place of several, in one transaction. The numbers of events stay; the segments' own numbers go, so nobody may be reading them.
     *
     * @param old    neighbours of one data set, in order
     * @param merged their events, in order
     */
    public void replace(List<SegmentRef> old, Segment merged) throws StoreException {
        if (old.stream().mapToInt(SegmentRef::events).sum() != merged.size()) {
            throw new IllegalArgumentException("a segment replaces segments with as many events");
        }
        EncodedSegment encoded = EncodedSegment.of(merged);
        database.write(Durability.FAST, connection -> {
            long id = EncodedSegment.nextId(connection);
            for (SegmentRef segment : old) {
                EncodedSegment.delete(connection, segment.id());
            }
            encoded.insert(connection, fields, old.getFirst().firstEvent(), id);
            return null;
        });
        cache.clear();
    }

    /** All segments in the order of appending. */
    public List<SegmentRef> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, SELECT + "ORDER BY first_event", SegmentStore::map));
    }

    /** The segments of one data set, in the order of appending. */
    public List<SegmentRef> list(String dataset) throws StoreException {
        return database.read(connection -> Sql.list(connection, SELECT + "WHERE dataset = ? ORDER BY first_event", SegmentStore::map, dataset));
    }

    /** The segment that holds the event of a number. */
    public Optional<SegmentRef> find(long event) throws StoreException {
        return database.read(connection -> Sql.one(connection, SELECT + "WHERE first_event <= ? ORDER BY first_event DESC LIMIT 1", SegmentStore::map, event))
                .filter(segment -> segment.holds(event));
    }

    /** How many events the case has. */
    public long events() throws StoreException {
        return database.read(connection -> Sql.number(connection, "SELECT coalesce(max(first_event + events), 1) - 1 FROM segment"));
    }

    /** The segments that hold events of a source, in the order of appending, and how many of its events the register says are in each. */
    public SortedMap<Long, Integer> ofSource(int source) throws StoreException {
        return database.read(connection -> {
            SortedMap<Long, Integer> segments = new TreeMap<>();
            Sql.list(connection, "SELECT segment.first_event, segment_source.events FROM segment_source JOIN segment ON segment.id = segment_source.segment WHERE source = ?",
                    row -> segments.put(row.getLong(1), row.getInt(2)), source);
            return segments;
        });
    }

    /** How many events of each source the register says are in a segment. */
    public SortedMap<Integer, Integer> sources(SegmentRef segment) throws StoreException {
        return database.read(connection -> {
            SortedMap<Integer, Integer> sources = new TreeMap<>();
            Sql.list(connection, "SELECT source, events FROM segment_source WHERE segment = ?", row -> sources.put(row.getInt(1), row.getInt(2)), segment.id());
            return sources;
        });
    }

    /** The fields of a data set that at least one event has, sorted. */
    public List<Field> fields(String dataset) throws StoreException {
        return database.read(connection -> FieldNumbers.of(connection, dataset));
    }

    /**
     * Opens a segment. Its columns are read when they are first asked for, and a column that cannot be read then is an
     * {@link java.io.UncheckedIOException}; the case must stay open as long as the segment is used.
     */
    public Segment open(SegmentRef segment) throws StoreException {
        Stored stored = database.read(connection -> Sql.one(connection, "SELECT origin, fields FROM segment WHERE id = ?", row -> new Stored(row.getBytes(1),
                row.getBytes(2)), segment.id())).orElseThrow(() -> new StoreException(Kind.UNKNOWN, "The case has no segment " + segment.id() + "."));
        Provenance provenance = provenance(segment, stored.origin());
        StoredColumns columns = database.read(connection -> new StoredColumns(database, segment, fields.resolve(connection, EncodedSegment.ids(stored.fields()))));
        return new Segment(segment.dataset(), columns.fields(), columns, provenance);
    }

    /**
     * Opens a segment to be asked again and again, by many hunts say. It holds on to no column; those asked for lately are kept for all such segments together, within
     * a limit. Otherwise as {@link #open}.
     */
    public Segment openLasting(SegmentRef segment) throws StoreException {
        byte[] stored = database.read(connection -> Sql.one(connection, "SELECT fields FROM segment WHERE id = ?", row -> row.getBytes(1), segment.id()))
                .orElseThrow(() -> new StoreException(Kind.UNKNOWN, "The case has no segment " + segment.id() + "."));
        StoredColumns columns = database.read(connection -> new StoredColumns(database, segment, fields.resolve(connection, EncodedSegment.ids(stored))));
        return Segment.lasting(segment.dataset(), columns.fields(), field -> columns.load(field, cache), segment.events(), new KeptProvenance(() -> readProvenance(segment)));
    }

    private Provenance readProvenance(SegmentRef segment) {
        try {
            byte[] origin = database.read(connection -> Sql.one(connection, "SELECT origin FROM segment WHERE id = ?", row -> row.getBytes(1), segment.id()))
                    .orElseThrow(() -> new StoreException(Kind.UNKNOWN, "The case has no segment " + segment.id() + "."));
            return provenance(segment, origin);
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private Provenance provenance(SegmentRef segment, byte[] bytes) throws StoreException {
        try {
            Provenance provenance = OriginCodec.decode(bytes);
            if (provenance.size() == segment.events()) {
                return provenance;
            }
            throw new SegmentFormatException(provenance.size() + " events, expected " + segment.events());
        } catch (SegmentFormatException e) {
            throw new StoreException(Kind.DAMAGED, "The case " + database.file() + " is damaged: the origins of the events of segment " + segment.id()
                    + " cannot be read (" + e.getMessage() + "). Nothing was changed. Use a copy of the case.", e);
        }
    }

    private record Stored(byte[] origin, byte[] fields) {}

    private static SegmentRef map(ResultSet row) throws SQLException {
        return new SegmentRef(row.getInt("id"), row.getLong("first_event"), row.getInt("events"), row.getString("dataset"), Ticks.read(row, "min_time"),
                Ticks.read(row, "max_time"));
    }
}
