package dev.spoor.store;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.store.JournalLine.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of values that exceptions name. Changes write the journal in the same transaction. Thread-safe. */
public final class ValueListStore {
    private static final int NAMED = 10;
    private final Database database;

    ValueListStore(Database database) {
        this.database = database;
    }

    /** All lists, by name. */
    public List<ValueList> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM value_list ORDER BY id", row -> map(connection, row)));
    }

    /** The list of a name. */
    public Optional<ValueList> find(String id) throws StoreException {
        return database.read(connection -> find(connection, id));
    }

    /**
     * Keeps a list in the place of one of the same name, whose maker stays its maker.
     *
     * @param time ticks of the wall clock
     */
    public void save(ValueList list, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Optional<ValueList> before = find(connection, list.id());
            Sql.update(connection, "INSERT INTO value_list (id, type, created_by, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type", list.id(),
                    list.type().word(), list.createdBy(), list.createdAt());
            Sql.update(connection, "DELETE FROM value_list_value WHERE list = ?", list.id());
            try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO value_list_value (list, position, value) VALUES (?, ?, ?)")) {
                for (int i = 0; i < list.values().size(); i++) {
                    batch.run(list.id(), i, list.values().get(i));
                }
            }
            return Journal.append(connection, new Act(time, actor, "list", list.id(), words(before, list) + Stamp.of(find(connection, list.id()).orElseThrow())));
        });
    }

    /** Removes a list that no exception names. */
    public void remove(String id, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            List<String> users = Sql.list(connection, "SELECT DISTINCT i.name FROM exception_entry e JOIN exception_item i ON i.id = e.item WHERE e.list = ? ORDER BY i.name",
                    row -> row.getString(1), id);
            if (!users.isEmpty()) {
                throw new StoreException(StoreException.Kind.EXISTS, "The list '" + id + "' is used by the exceptions " + named(users) + ". Nothing was removed.");
            }
            if (Sql.update(connection, "DELETE FROM value_list WHERE id = ?", id) == 0) {
                throw unknown(id);
            }
            return Journal.append(connection, new Act(time, actor, "list", id, "removed" + Stamp.gone("list", id)));
        });
    }

    /** The exception with the values of the lists that it names, as they are now. */
    public ExceptionItem resolved(ExceptionItem item) throws StoreException {
        return item.entries().stream().allMatch(entry -> entry.list().isEmpty()) ? item : database.read(connection -> item.with(resolved(connection, item.entries())));
    }

    private static List<Entry> resolved(Connection connection, List<Entry> entries) throws SQLException, StoreException {
        List<Entry> resolved = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.list().isEmpty()) {
                resolved.add(entry);
            } else {
                Entry.ListName name = entry.list().get();
                ValueList found = find(connection, name.id()).orElseThrow(() -> unknown(name.id()));
                if (found.type() != name.type()) {
                    throw new StoreException(StoreException.Kind.UNKNOWN,
                            "The value list '" + name.id() + "' is of type " + found.type().word() + ", not " + name.type().word() + ".");
                }
                resolved.add(entry.with(found));
            }
        }
        return resolved;
    }

    static Optional<ValueList> find(Connection connection, String id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM value_list WHERE id = ?", row -> map(connection, row), id);
    }

    private static ValueList map(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<String> values = Sql.list(connection, "SELECT value FROM value_list_value WHERE list = ? ORDER BY position", value -> value.getString(1), id);
        return new ValueList(id, ValueList.Type.of(row.getString("type")).orElseThrow(), values, row.getString("created_by"), row.getLong("created_at"));
    }

    private static String words(Optional<ValueList> before, ValueList list) {
        if (before.isEmpty()) {
            return "made: type " + list.type().word() + ", " + list.values().size() + " values: " + named(list.values());
        }
        Set<String> old = new HashSet<>(before.get().values());
        Set<String> now = new HashSet<>(list.values());
        List<String> added = list.values().stream().filter(value -> !old.contains(value)).toList();
        List<String> gone = before.get().values().stream().filter(value -> !now.contains(value)).toList();
        String type = before.get().type() == list.type() ? "" : "type " + before.get().type().word() + " became " + list.type().word() + ", ";
        return "changed: " + type + added.size() + " values added" + (added.isEmpty() ? "" : " (" + named(added) + ")") + ", " + gone.size() + " removed"
                + (gone.isEmpty() ? "" : " (" + named(gone) + ")") + ", now " + list.values().size();
    }

    private static String named(List<String> values) {
        List<String> first = values.stream().limit(NAMED).map(value -> "'" + (value.length() > 100 ? value.substring(0, 100) + "…" : value) + "'").toList();
        return String.join(", ", first) + (values.size() > NAMED ? " and " + (values.size() - NAMED) + " more" : "");
    }

    private static StoreException unknown(String id) {
        return new StoreException(StoreException.Kind.UNKNOWN, "The case has no value list '" + id + "'.");
    }
}
