package dev.spoor.store;

import dev.spoor.store.JournalLine.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What was done to the case, as a chain of hashes: each line's hash covers the line and the hash before it, so no line can be changed, moved or taken out
 * unnoticed. Cutting lines off the end shows by comparing {@link #head} with the one printed in a report. Thread-safe.
 */
public final class Journal {
    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /** Adds a line; inside {@link CaseFile#transaction} together with what it tells of. */
    public JournalLine append(Act act) throws StoreException {
        return append(Durability.SAFE, act);
    }

    /** Adds a line that need not be safer than what it tells of: one per file of a load, for example. */
    public JournalLine append(Durability durability, Act act) throws StoreException {
        return database.write(durability, connection -> append(connection, act));
    }

    /** Adds a line in the transaction that changes what it tells of. */
    static JournalLine append(Connection connection, Act act) throws SQLException {
        Optional<JournalLine> last = Sql.one(connection, "SELECT * FROM journal ORDER BY sequence DESC LIMIT 1", Journal::map);
        JournalLine line = JournalLine.next(last.map(JournalLine::sequence).orElse(0L) + 1, last.map(JournalLine::hash).orElse(JournalLine.START), act);
        Sql.update(connection, "INSERT INTO journal (sequence, time, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)", line.sequence(),
                act.time(), act.actor(), act.action(), act.subject(), act.detail(), line.hash());
        return line;
    }

    /** All lines, oldest first. */
    public List<JournalLine> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM journal ORDER BY sequence", Journal::map));
    }

    /** The lines about an alert, a rule or a path, oldest first. */
    public List<JournalLine> about(String subject) throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM journal WHERE subject = ? ORDER BY sequence", Journal::map, subject));
    }

    /** The hash of the newest line, which stands for the whole journal. */
    public String head() throws StoreException {
        return database.read(connection -> Sql.one(connection, "SELECT * FROM journal ORDER BY sequence DESC LIMIT 1", Journal::map)).map(JournalLine::hash)
                .orElse(JournalLine.START);
    }

    /** Checks the chain; answers the first line that was tampered with, in words, or empty where all is well. */
    public Optional<String> verify() throws StoreException {
        String previous = JournalLine.START;
        long expected = 1;
        for (JournalLine line : list()) {
            if (line.sequence() != expected) {
                return Optional.of("Journal line " + expected + " is missing: found line " + line.sequence() + " in its place.");
            }
            if (!line.follows(previous)) {
                return Optional.of("Journal line " + expected + " or its hash was changed after it was written.");
            }
            previous = line.hash();
            expected++;
        }
        return Optional.empty();
    }

    /** Takes lines. */
    public interface Reader {
        void take(JournalLine line) throws StoreException;
    }

    /** Shows all lines, oldest first, without holding them. */
    public void each(Reader reader) throws StoreException {
        database.read(connection -> {
            Sql.each(connection, "SELECT * FROM journal ORDER BY sequence", row -> reader.take(map(row)));
            return null;
        });
    }

    /**
     * The newest line as it was noted beside the journal.
     *
     * @param sequence 0 before the first line
     */
    public record Head(long sequence, String hash) {}

    /** What was noted beside the journal when the newest line was written. */
    public Head noted() throws StoreException {
        return database.read(connection -> Sql.one(connection, "SELECT sequence, hash FROM journal_head", row -> new Head(row.getLong(1), row.getString(2))))
                .orElse(new Head(0, JournalLine.START));
    }

    private static JournalLine map(ResultSet row) throws SQLException {
        Act act = new Act(row.getLong("time"), row.getString("actor"), row.getString("action"), row.getString("subject"), row.getString("detail"));
        return new JournalLine(row.getLong("sequence"), act, row.getString("hash"));
    }
}
