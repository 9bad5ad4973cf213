package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records word for word, by the numbers of their events, which never change. Thread-safe. */
public final class RawStore {
    private final Database database;

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
        Optional<Found> found = database.read(connection -> Sql.one(connection, """
                SELECT first_event, events, size, sha256, places, content FROM raw_frame WHERE first_event <= ? ORDER BY first_event DESC LIMIT 1
                """, row -> new Found(row.getLong(1), new RawFrame(row.getInt(2), row.getInt(3), row.getString(4), row.getBytes(5), row.getBytes(6))), event));
        if (found.isEmpty() || event - found.get().first >= found.get().frame.events()) {
            return Optional.empty();
        }
        try {
            return Optional.of(found.get().frame.record((int) (event - found.get().first)));
        } catch (RawFrame.DamagedFrame e) {
            throw new StoreException(Kind.DAMAGED, "The case " + database.file() + " is damaged: the record of event " + event + " that is kept in it cannot be read ("
                    + e.getMessage() + ").", e);
        }
    }

    private record Found(long first, RawFrame frame) {}
}
