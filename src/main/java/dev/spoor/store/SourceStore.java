package dev.spoor.store;

import dev.spoor.store.Source.Registration;
import dev.spoor.store.Source.Result;
import dev.spoor.store.Source.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The register of evidence. Thread-safe.
 *
 * <p>A source whose loading was interrupted stays in state LOADING, with the events that were stored. It is loaded again from its beginning under the same
 * number: its events come in the same order, so the first {@link Source#stored} of them are skipped, nothing is lost and nothing doubles. Numbers of events never
 * change.
 */
public final class SourceStore {
    /** Problems kept of one source; {@code damaged} counts all. */
    public static final int MAX_PROBLEMS = 1_000;

    private static final String SELECT = """
            SELECT id, path, entry, sha256, size, format, dataset, zone, state, duplicate_of, registered, records, damaged, repaired, first, last, embedded, zoneless,
                   (SELECT coalesce(sum(events), 0) FROM segment_source WHERE segment_source.source = source.id) AS stored
            FROM source
            """;

    private final Database database;

    SourceStore(Database database) {
        this.database = database;
    }

    /** Registers a source that will be loaded, in state LOADING; answers its number. */
    public int register(Registration source) throws StoreException {
        return database.write(Durability.FAST, connection -> insert(connection, source, State.LOADING, OptionalInt.empty()));
    }

    /** Registers a source whose bytes are in the case already; answers its number. */
    public int registerDuplicate(Registration source, int original) throws StoreException {
        return database.write(Durability.FAST, connection -> insert(connection, source, State.DUPLICATE, OptionalInt.of(original)));
    }

    private static int insert(Connection connection, Registration source, State state, OptionalInt original) throws SQLException {
        return (int) Sql.number(connection, """
                INSERT INTO source (path, entry, sha256, size, format, dataset, zone, state, duplicate_of, registered)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """, source.path(), source.entry(), source.sha256(), source.size(), source.format(), source.dataset(), source.zone(), word(state),
                original.isPresent() ? (Integer) original.getAsInt() : null, source.registered());
    }

    /** Says that a source is loaded, and what reading it gave. Its last events must have been appended before, or in the same transaction. */
    public void finish(int number, Result result) throws StoreException {
        database.write(Durability.FAST, connection -> {
            int changed = Sql.update(connection, """
                    UPDATE source SET state = 'loaded', records = ?, damaged = ?, repaired = ?, first = ?, last = ?, zoneless = ? WHERE id = ?
                    """, result.records(), result.damaged(), result.repaired(), Ticks.column(result.first()), Ticks.column(result.last()),
                    result.zoneless().isPresent() ? (Long) result.zoneless().getAsLong() : null, number);
            if (changed == 0) {
                throw new StoreException(StoreException.Kind.UNKNOWN, "The case has no source number " + number + ".");
            }
            saveProblems(connection, number, result.problems());
            return null;
        });
    }

    private static void saveProblems(Connection connection, int number, List<String> problems) throws SQLException {
        Sql.update(connection, "DELETE FROM source_problem WHERE source = ?", number);
        try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO source_problem (source, number, problem) VALUES (?, ?, ?)")) {
            for (int i = 0; i < Math.min(MAX_PROBLEMS, problems.size()); i++) {
                batch.run(number, i + 1, problems.get(i));
            }
        }
    }

    /** Whether a path and entry with these bytes stand in the register, in whatever state. */
    public boolean registered(String path, String entry, String sha256) throws StoreException {
        return database.read(connection -> Sql.number(connection, "SELECT count(*) FROM source WHERE path = ? AND entry = ? AND sha256 = ?", path, entry, sha256)) > 0;
    }

    /** How many entries of a container gave nothing but problems: logs that could not be read, containers of which not all could be read. */
    public long unreadEntries(String path, String container) throws StoreException {
        return database.read(connection -> Sql.number(connection,
                "SELECT count(*) FROM source WHERE path = ? AND entry <> '' AND substr(entry, 1, ?) = ? AND records = 0 AND damaged > 0", path, container.length(), container));
    }

    /**
     * The source that holds these bytes: loaded, or interrupted while loading. Duplicates of it are not answered. Of several (a file that was loaded again, or could
     * not be read at first) the newest, because only that one can have been interrupted.
     */
    public Optional<Source> findBySha256(String sha256) throws StoreException {
        return database.read(connection -> Source.original(complete(connection, Sql.list(connection, SELECT + "WHERE sha256 = ? ORDER BY id", SourceStore::map,
                sha256))));
    }

    public Optional<Source> find(int number) throws StoreException {
        return database.read(connection -> complete(connection, Sql.list(connection, SELECT + "WHERE id = ?", SourceStore::map, number)).stream().findFirst());
    }

    /** All sources by number. */
    public List<Source> list() throws StoreException {
        return database.read(connection -> complete(connection, Sql.list(connection, SELECT + "ORDER BY id", SourceStore::map)));
    }

    private static List<Source> complete(Connection connection, List<Source> sources) throws SQLException {
        List<Source> complete = new ArrayList<>(sources.size());
        for (Source source : sources) {
            List<String> problems = Sql.list(connection, "SELECT problem FROM source_problem WHERE source = ? ORDER BY number", row -> row.getString(1), source.number());
            Result r = source.result();
            complete.add(problems.isEmpty() ? source : new Source(source.number(), source.origin(), source.state(), source.duplicateOf(),
                    new Result(r.records(), r.damaged(), r.repaired(), r.first(), r.last(), problems, r.zoneless()), source.stored(), source.embedded()));
        }
        return complete;
    }

    private static Source map(ResultSet row) throws SQLException {
        Registration origin = new Registration(row.getString("path"), row.getString("entry"), row.getString("sha256"), row.getLong("size"), row.getString("format"),
                row.getString("dataset"), row.getString("zone"), row.getLong("registered"));
        int original = row.getInt("duplicate_of");
        OptionalInt duplicateOf = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(original);
        long zoneless = row.getLong("zoneless");
        OptionalLong zoneUses = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(zoneless);
        Result result = new Result(row.getLong("records"), row.getLong("damaged"), row.getLong("repaired"), Ticks.read(row, "first"), Ticks.read(row, "last"), List.of(),
                zoneUses);
        return new Source(row.getInt("id"), origin, State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), duplicateOf, result, row.getLong("stored"),
                row.getLong("embedded"));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
