package dev.spoor.store;

import dev.spoor.store.JournalLine.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Notes. They are never changed or deleted. Thread-safe. */
public final class NoteStore {
    private final Database database;

    NoteStore(Database database) {
        this.database = database;
    }

    /** Adds a note, with its line in the journal. */
    public void add(Note note) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            insert(connection, note);
            return Journal.append(connection, new Act(note.time(), note.author(), "note", note.subject(), note.text()));
        });
    }

    static void insert(Connection connection, Note note) throws SQLException {
        Sql.update(connection, "INSERT INTO note (kind, subject, time, author, text) VALUES (?, ?, ?, ?, ?)", note.kind().word(), note.subject(), note.time(),
                note.author(), note.text());
    }

    /** The notes about something, oldest first. */
    public List<Note> about(Note.Kind kind, String subject) throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM note WHERE kind = ? AND subject = ? ORDER BY id", NoteStore::map, kind.word(), subject));
    }

    /** All notes, oldest first. */
    public List<Note> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM note ORDER BY id", NoteStore::map));
    }

    private static Note map(ResultSet row) throws SQLException {
        return new Note(Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("subject"), row.getLong("time"), row.getString("author"),
                row.getString("text"));
    }
}
