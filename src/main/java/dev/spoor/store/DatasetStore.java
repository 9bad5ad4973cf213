package dev.spoor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Data sets: their mappings, and which kinds of values their fields have. Thread-safe. */
public final class DatasetStore {
    private final Database database;

    DatasetStore(Database database) {
        this.database = database;
    }

    /** Gives a data set its mapping, in place of the one it had. */
    public void saveMapping(String dataset, String mapping) throws StoreException {
        database.write(Durability.FAST, connection -> Sql.update(connection, """
                INSERT INTO dataset (name, mapping) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping
                """, dataset, mapping));
    }

    /** The mapping of a data set, an Elasticsearch mapping as JSON. */
    public Optional<String> mapping(String dataset) throws StoreException {
        return database.read(connection -> Sql.one(connection, "SELECT mapping FROM dataset WHERE name = ?", row -> row.getString(1), dataset))
                .filter(mapping -> !mapping.isEmpty());
    }

    /** The names of all data sets that have a mapping or events, sorted. */
    public List<String> names() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT name FROM dataset UNION SELECT dataset FROM segment ORDER BY 1", row -> row.getString(1)));
    }

    /** Adds kinds of values to those seen before. */
    public void mergeKinds(String dataset, Map<String, Integer> kindsByPath) throws StoreException {
        database.write(Durability.FAST, connection -> {
            try (Sql.Batch batch = new Sql.Batch(connection, """
                    INSERT INTO field_kinds (dataset, path, kinds) VALUES (?, ?, ?) ON CONFLICT (dataset, path) DO UPDATE SET kinds = kinds | excluded.kinds
                    """)) {
                for (Map.Entry<String, Integer> kinds : new TreeMap<>(kindsByPath).entrySet()) {
                    batch.run(dataset, kinds.getKey(), kinds.getValue());
                }
            }
            return null;
        });
    }

    /** The kinds of values seen in a data set, by dotted path. */
    public Map<String, Integer> kinds(String dataset) throws StoreException {
        return database.read(connection -> {
            Map<String, Integer> kinds = new TreeMap<>();
            Sql.list(connection, "SELECT path, kinds FROM field_kinds WHERE dataset = ?", row -> kinds.put(row.getString(1), row.getInt(2)), dataset);
            return kinds;
        });
    }
}
