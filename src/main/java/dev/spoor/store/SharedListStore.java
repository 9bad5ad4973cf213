package dev.spoor.store;

import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.store.JournalLine.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of exceptions that rules share. Changes write the journal in the same transaction. Thread-safe. */
public final class SharedListStore {
    private static final String SELECT = "SELECT * FROM exception_list WHERE shared = 1 ";
    private final Database database;

    SharedListStore(Database database) {
        this.database = database;
    }

    /** All lists, by id. */
    public List<SharedList> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, SELECT + "ORDER BY id", row -> map(connection, row)));
    }

    /** The list of an id. */
    public Optional<SharedList> find(String id) throws StoreException {
        return database.read(connection -> find(connection, id));
    }

    /** The scope with the rules of its list as they are now; other scopes are answered as they are. */
    public ExceptionScope resolved(ExceptionScope scope) throws StoreException {
        if (scope.kind() != ExceptionScope.Kind.LIST) {
            return scope;
        }
        find(scope.names().getFirst()).orElseThrow(() -> unknown(scope.names().getFirst()));
        return database.read(connection -> resolved(connection, scope));
    }

    /**
     * Keeps a list in the place of one of the same id, whose maker stays its maker. What is in it stays.
     *
     * @param time ticks of the wall clock
     */
    public void save(SharedList list, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Optional<SharedList> before = find(connection, list.id());
            if (before.isEmpty() && Sql.number(connection, "SELECT count(*) FROM exception_list WHERE id = ?", list.id()) > 0) {
                throw new StoreException(StoreException.Kind.EXISTS, "'" + list.id() + "' is the list of a rule. Give the shared list another id.");
            }
            Sql.update(connection, "INSERT INTO exception_list (id, name, description, shared, created_by, created_at) VALUES (?, ?, ?, 1, ?, ?) "
                    + "ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description", list.id(), list.name(), list.description(), list.createdBy(),
                    list.createdAt());
            Sql.update(connection, "DELETE FROM exception_list_rule WHERE list = ?", list.id());
            try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO exception_list_rule (list, rule_id) VALUES (?, ?)")) {
                for (String rule : list.rules()) {
                    batch.run(list.id(), rule);
                }
            }
            return Journal.append(connection, new Act(time, actor, "list", list.id(), words(before, list) + Stamp.of(find(connection, list.id()).orElseThrow())));
        });
    }

    /** Removes a list in which no exception is. */
    public void remove(String id, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            find(connection, id).orElseThrow(() -> unknown(id));
            long items = Sql.number(connection, "SELECT count(*) FROM exception_item WHERE list = ?", id);
            if (items > 0) {
                throw new StoreException(StoreException.Kind.EXISTS, "The shared list '" + id + "' holds " + items + " exceptions. Remove them first. Nothing was removed.");
            }
            Sql.update(connection, "DELETE FROM exception_list WHERE id = ?", id);
            return Journal.append(connection, new Act(time, actor, "list", id, "shared list removed" + Stamp.gone("shared", id)));
        });
    }

    static Optional<SharedList> find(Connection connection, String id) throws SQLException {
        return Sql.one(connection, SELECT + "AND id = ?", row -> map(connection, row), id);
    }

    static ExceptionScope resolved(Connection connection, ExceptionScope scope) throws SQLException {
        return find(connection, scope.names().getFirst()).map(ExceptionScope::of).orElse(scope);
    }

    static StoreException unknown(String id) {
        return new StoreException(StoreException.Kind.UNKNOWN, "The case has no shared list '" + id + "'.");
    }

    private static SharedList map(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<String> rules = Sql.list(connection, "SELECT rule_id FROM exception_list_rule WHERE list = ? ORDER BY rule_id", one -> one.getString(1), id);
        return new SharedList(id, row.getString("name"), row.getString("description"), rules, row.getString("created_by"), row.getLong("created_at"));
    }

    private static String words(Optional<SharedList> before, SharedList list) {
        List<String> old = before.map(SharedList::rules).orElse(List.of());
        List<String> added = new ArrayList<>(list.rules());
        added.removeAll(old);
        List<String> gone = new ArrayList<>(old);
        gone.removeAll(list.rules());
        return "shared list '" + list.name() + "' " + (before.isEmpty() ? "made" : "changed") + ": attached to " + list.rules().size() + " rules"
                + (added.isEmpty() ? "" : "; added " + named(added)) + (gone.isEmpty() ? "" : "; taken off " + named(gone));
    }

    private static String named(List<String> rules) {
        return String.join(", ", rules.subList(0, Math.min(10, rules.size()))) + (rules.size() > 10 ? " and " + (rules.size() - 10) + " more" : "");
    }
}
