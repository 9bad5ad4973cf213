package dev.spoor.store;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.store.JournalLine.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Exceptions and how often they were used. Adding and removing write the journal in the same transaction. Thread-safe. */
public final class ExceptionStore {
    private static final String SHARED = "shared";
    private static final String SELECT = "SELECT * FROM exception_item ";

    private final Database database;

    /**
     * How often an exception was used.
     *
     * @param hits events that it kept out, over all runs
     * @param last ticks of the latest of these events, {@code Time.NONE} for none
     */
    public record Use(long hits, long last) {}

    ExceptionStore(Database database) {
        this.database = database;
    }

    /**
     * Adds an exception to its rule's own list.
     *
     * @param detail the exception in plain words, for the journal
     */
    public void add(ExceptionItem item, String detail) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            if (Sql.number(connection, "SELECT count(*) FROM exception_item WHERE id = ?", item.id()) > 0) {
                throw new StoreException(StoreException.Kind.EXISTS, "The case has an exception '" + item.id() + "' already. Nothing was added.");
            }
            insert(connection, item);
            return Journal.append(connection, new Act(item.createdAt(), item.createdBy(), "except", item.ruleId(), detail + stamp(connection, item.id())));
        });
    }

    /**
     * Changes an exception: everything but its rule, its maker and what it did so far.
     *
     * @param detail the exception in plain words, for the journal
     */
    public void replace(ExceptionItem item, String detail, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            int changed = Sql.update(connection, "UPDATE exception_item SET list = ?, name = ?, comment = ?, expires = ?, enabled = ?, scope = ?, scope_names = ?, part = ? "
                    + "WHERE id = ? AND rule_id = ?", list(connection, item), item.name(), item.comment(), item.expires().orElse(null), item.enabled(),
                    item.scope().kind().word(), Json.text(item.scope().names()), item.part().text(), item.id(), item.ruleId());
            if (changed == 0) {
                throw unknown(item.id());
            }
            Sql.update(connection, "DELETE FROM exception_entry WHERE item = ?", item.id());
            insertEntries(connection, item);
            return Journal.append(connection, new Act(time, actor, "except", item.ruleId(), "changed exception (" + item.id() + "): " + detail + stamp(connection, item.id())));
        });
    }

    /** Brings back an exception that was removed, with what it did until then. */
    public void restore(ExceptionItem item, Use use, String detail, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            if (Sql.number(connection, "SELECT count(*) FROM exception_item WHERE id = ?", item.id()) > 0) {
                throw new StoreException(StoreException.Kind.EXISTS, "The case has the exception '" + item.id() + "' still. Nothing was changed.");
            }
            insert(connection, item);
            Sql.update(connection, "UPDATE exception_item SET hits = ?, last_hit = ? WHERE id = ?", use.hits(), Ticks.column(use.last()), item.id());
            return Journal.append(connection, new Act(time, actor, "except", item.ruleId(), "brought back exception '" + item.name() + "' (" + item.id() + "): " + detail
                    + stamp(connection, item.id())));
        });
    }

    /** Removes an exception. */
    public void remove(String id, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            ExceptionItem item = Sql.one(connection, SELECT + "WHERE id = ?", row -> map(connection, row), id).orElseThrow(() -> unknown(id));
            Sql.update(connection, "DELETE FROM exception_item WHERE id = ?", id);
            return Journal.append(connection, new Act(time, actor, "except", item.ruleId(), "removed exception '" + item.name() + "' (" + id + ")"
                    + Stamp.gone("exception", id)));
        });
    }

    /** Switches an exception on or off. */
    public void enable(String id, boolean enabled, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            ExceptionItem item = Sql.one(connection, SELECT + "WHERE id = ?", row -> map(connection, row), id).orElseThrow(() -> unknown(id));
            Sql.update(connection, "UPDATE exception_item SET enabled = ? WHERE id = ?", enabled, id);
            return Journal.append(connection, new Act(time, actor, "except", item.ruleId(), "switched exception '" + item.name() + "' (" + id + ") " + (enabled ? "on" : "off")
                    + stamp(connection, id)));
        });
    }

    /** All exceptions, oldest first. */
    public List<ExceptionItem> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, SELECT + "ORDER BY created_at, id", row -> map(connection, row)));
    }

    public Optional<ExceptionItem> find(String id) throws StoreException {
        return database.read(connection -> Sql.one(connection, SELECT + "WHERE id = ?", row -> map(connection, row), id));
    }

    /** Adds what a run kept out, by id of the exception; exceptions that are gone meanwhile are passed over. */
    public void recordUse(Map<String, Use> uses) throws StoreException {
        database.write(Durability.FAST, connection -> {
            try (Sql.Batch batch = new Sql.Batch(connection, "UPDATE exception_item SET hits = hits + ?1, last_hit = coalesce(max(last_hit, ?2), last_hit, ?2) WHERE id = ?3")) {
                for (Map.Entry<String, Use> use : new TreeMap<>(uses).entrySet()) {
                    batch.run(use.getValue().hits(), Ticks.column(use.getValue().last()), use.getKey());
                }
            }
            return null;
        });
    }

    /** How often each exception was used, by its id. */
    public Map<String, Use> uses() throws StoreException {
        return database.read(connection -> {
            Map<String, Use> uses = new TreeMap<>();
            Sql.list(connection, SELECT, row -> uses.put(row.getString("id"), new Use(row.getLong("hits"), Ticks.read(row, "last_hit"))));
            return uses;
        });
    }

    private static void insert(Connection connection, ExceptionItem item) throws SQLException, StoreException {
        Sql.update(connection, """
                INSERT INTO exception_item (id, list, rule_id, name, comment, created_by, created_at, expires, enabled, scope, scope_names, part)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, item.id(), list(connection, item), item.ruleId(), item.name(), item.comment(), item.createdBy(), item.createdAt(), item.expires().orElse(null),
                item.enabled(), item.scope().kind().word(), Json.text(item.scope().names()), item.part().text());
        insertEntries(connection, item);
    }

    /** The list that an exception belongs to, made where it is missing: its rule's own list, the one that it names, or the one for all other exceptions of several rules. */
    private static String list(Connection connection, ExceptionItem item) throws SQLException, StoreException {
        if (item.scope().kind() == ExceptionScope.Kind.LIST) {
            String id = item.scope().names().getFirst();
            SharedListStore.find(connection, id).orElseThrow(() -> SharedListStore.unknown(id));
            return id;
        }
        boolean own = item.scope().kind() == ExceptionScope.Kind.RULE;
        String id = own ? item.ruleId() : SHARED;
        Sql.update(connection, "INSERT INTO exception_list (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING", id, own ? "Exceptions of rule " + id : "Shared exceptions");
        return id;
    }

    private static void insertEntries(Connection connection, ExceptionItem item) throws SQLException {
        try (Sql.Batch batch = new Sql.Batch(connection, """
                INSERT INTO exception_entry (item, position, parent, field, operator, negated, value_list, ignore_case, list) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int position = 0;
            for (Entry entry : item.entries()) {
                int parent = position;
                insert(batch, item.id(), position++, null, entry);
                for (Entry inner : entry.nested()) {
                    insert(batch, item.id(), position++, parent, inner);
                }
            }
        }
    }

    private static void insert(Sql.Batch batch, String item, int position, Integer parent, Entry entry) throws SQLException {
        batch.run(item, position, parent, entry.field(), entry.operator().word(), entry.negated(), Json.text(entry.list().isPresent() ? List.of() : entry.values()),
                entry.ignoreCase(), entry.list().map(Entry.ListName::id).orElse(null));
    }

    private static ExceptionItem map(Connection connection, ResultSet row) throws SQLException {
        List<Entry> entries = entries(connection, row.getString("id"));
        long expires = row.getLong("expires");
        Optional<Long> end = row.wasNull() ? Optional.empty() : Optional.of(expires);
        return new ExceptionItem(row.getString("id"), row.getString("rule_id"), row.getString("name"), entries, row.getString("comment"),
                row.getString("created_by"), row.getLong("created_at"), end, row.getBoolean("enabled"), mapScope(connection, row), mapPart(row));
    }

    private static List<Entry> entries(Connection connection, String item) throws SQLException {
        record Row(int position, int parent, Entry entry) {}
        List<Row> rows = Sql.list(connection, "SELECT * FROM exception_entry WHERE item = ? ORDER BY position", one -> {
            int position = one.getInt("position");
            int parent = one.getInt("parent");
            return new Row(position, one.wasNull() ? -1 : parent, mapEntry(connection, one));
        }, item);
        return rows.stream().filter(row -> row.parent() < 0).map(row -> row.entry().operator() != Entry.Operator.NESTED ? row.entry()
                : Entry.nested(row.entry().field(), rows.stream().filter(inner -> inner.parent() == row.position()).map(Row::entry).toList())).toList();
    }

    private static ExceptionScope mapScope(Connection connection, ResultSet row) throws SQLException {
        ExceptionScope scope = new ExceptionScope(ExceptionScope.Kind.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)), Json.texts(row.getString("scope_names")));
        return scope.kind() == ExceptionScope.Kind.LIST ? SharedListStore.resolved(connection, scope) : scope;
    }

    private static ExceptionPart mapPart(ResultSet row) throws SQLException {
        String text = row.getString("part");
        return text.equals("whole") ? ExceptionPart.WHOLE : text.equals("key") ? ExceptionPart.KEY : ExceptionPart.step(Integer.parseInt(text.substring(text.indexOf(':') + 1)));
    }

    private static Entry mapEntry(Connection connection, ResultSet row) throws SQLException {
        Entry entry = new Entry(row.getString("field"), Entry.Operator.valueOf(row.getString("operator").toUpperCase(Locale.ROOT)), row.getBoolean("negated"),
                Json.texts(row.getString("value_list")), row.getBoolean("ignore_case"));
        String list = row.getString("list");
        return list == null ? entry : entry.with(ValueListStore.find(connection, list).orElseThrow());
    }

    private static Stamp stamp(Connection connection, String id) throws SQLException {
        return Stamp.of(Sql.one(connection, SELECT + "WHERE id = ?", row -> map(connection, row), id).orElseThrow());
    }

    private static StoreException unknown(String id) {
        return new StoreException(StoreException.Kind.UNKNOWN, "The case has no exception '" + id + "'.");
    }
}
