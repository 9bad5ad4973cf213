package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records word for word, by the numbers of their events, which never change. Thread-safe. */
public final class RawStore {
    private final Database database;
    /** Whoever looks at one record mostly looks at its neighbours next. */
    private volatile SoftReference<Found> last = new SoftReference<>(null);

    RawStore(Database database) {
        this.database = database;
    }

    /**
     * Stores the records of neighbouring events in one transaction. Packing is done before.
     *
     * @param firstEvent number of the first of them
     * @param sources    how many of them each source has
     */
    public void append(long firstEvent, Packed records, Map<Integer, Long> sources) throws StoreException {
        database.write(Durability.FAST, connection -> {
            long first = firstEvent;
            try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO raw_frame (first_event, events, size, sha256, places, content) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (RawFrame frame : records.frames) {
                    batch.run(first, frame.events(), frame.size(), frame.sha256(), frame.places(), frame.content());
                    first += frame.events();
                }
            }
            for (Map.Entry<Integer, Long> source : sources.entrySet()) {
                Sql.update(connection, "UPDATE source SET embedded = embedded + ? WHERE id = ?", source.getValue(), source.getKey());
            }
            return null;
        });
    }

    /** Records ready to be stored. */
    public static final class Packed {
        private final List<RawFrame> frames;

        /** Packs the records of neighbouring events, in their order. */
        public Packed(List<EmbeddedRecord> records) {
            frames = RawFrame.of(records);
        }
    }

    /**
     * The record of an event, empty where it was not embedded. Its bytes are checked against the hash of when they were stored.
     *
     * @throws StoreException DAMAGED if they differ
     */
    public Optional<EmbeddedRecord> find(long event) throws StoreException {
        Found found = last.get();
        if (found == null || !found.holds(event)) {
            Optional<Found> read = read(event);
            if (read.isEmpty() || !read.get().holds(event)) {
                return Optional.empty();
            }
            found = read.get();
            last = new SoftReference<>(found);
        }
        try {
            return Optional.of(found.frame.record(found.bytes, (int) (event - found.first)));
        } catch (RawFrame.DamagedFrame e) {
            throw damaged(event, e);
        }
    }

    /** Takes what is wrong with the records of some events. */
    public interface Reader {
        void take(String events, String problem);
    }

    /** Looks whether all records are as they were stored. */
    public void check(Reader reader) throws StoreException {
        database.read(connection -> {
            Sql.each(connection, "SELECT first_event, events, size, sha256, places, content FROM raw_frame ORDER BY first_event", row -> {
                RawFrame frame = new RawFrame(row.getInt(2), row.getInt(3), row.getString(4), row.getBytes(5), row.getBytes(6));
                try {
                    frame.record(frame.unpacked(), row.getInt(2) - 1);
                } catch (RawFrame.DamagedFrame e) {
                    reader.take("events " + row.getLong(1) + " to " + (row.getLong(1) + row.getInt(2) - 1), e.getMessage());
                }
            });
            return null;
        });
    }

    /** The frame that may have the record of an event. */
    private Optional<Found> read(long event) throws StoreException {
        Optional<Stored> stored = database.read(connection -> Sql.one(connection, """
                SELECT first_event, events, size, sha256, places, content FROM raw_frame WHERE first_event <= ? ORDER BY first_event DESC LIMIT 1
                """, row -> new Stored(row.getLong(1), new RawFrame(row.getInt(2), row.getInt(3), row.getString(4), row.getBytes(5), row.getBytes(6))), event));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Found(stored.get().first, stored.get().frame, stored.get().frame.unpacked()));
        } catch (RawFrame.DamagedFrame e) {
            throw damaged(event, e);
        }
    }

    private StoreException damaged(long event, RawFrame.DamagedFrame why) {
        return new StoreException(Kind.DAMAGED, "The case " + database.file() + " is damaged: the record of event " + event + " that is kept in it cannot be read ("
                + why.getMessage() + ").", why);
    }

    private record Stored(long first, RawFrame frame) {}

    private record Found(long first, RawFrame frame, byte[] bytes) {
        boolean holds(long event) {
            return event >= first && event - first < frame.events();
        }
    }
}
