package dev.spoor.store;

import dev.spoor.event.Field;
import dev.spoor.event.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of {@code field}: numbers for fields of data sets. Thread-safe. Numbers given in a transaction that fails are forgotten with it.
 */
final class FieldNumbers {
    private final Database database;
    private final Map<Integer, Field> known = new ConcurrentHashMap<>();
    /** Guarded by the right to write. */
    private final Map<Named, Integer> written = new HashMap<>();
    private int rollbacks;

    private record Named(String dataset, Field field) {}

    FieldNumbers(Database database) {
        this.database = database;
    }

    /** The number of a field, given now if it has none. Called by the writer only. */
    int number(Connection connection, String dataset, Field field) throws SQLException {
        if (rollbacks != database.rollbacks()) {
            written.clear();
            known.clear();
            rollbacks = database.rollbacks();
        }
        Named named = new Named(dataset, field);
        Integer remembered = written.get(named);
        if (remembered != null) {
            return remembered;
        }
        int number = find(connection, dataset, field);
        written.put(named, number);
        return number;
    }

    private static int find(Connection connection, String dataset, Field field) throws SQLException {
        Optional<Integer> number = Sql.one(connection, "SELECT id FROM field WHERE dataset = ? AND view = ? AND path = ?", row -> row.getInt(1), dataset,
                word(field.view()), field.path());
        if (number.isPresent()) {
            return number.get();
        }
        return (int) Sql.number(connection, "INSERT INTO field (dataset, view, path) VALUES (?, ?, ?) RETURNING id", dataset, word(field.view()), field.path());
    }

    /** The fields of numbers, in ascending order of number. */
    SortedMap<Integer, Field> resolve(Connection connection, int[] numbers) throws SQLException, StoreException {
        SortedMap<Integer, Field> fields = new TreeMap<>();
        for (int number : numbers) {
            Field field = known.get(number);
            if (field == null) {
                // All at once: a segment may have thousands of fields, and a question for each takes seconds.
                Sql.list(connection, "SELECT id, view, path FROM field", row -> known.put(row.getInt("id"), map(row)));
                field = known.get(number);
            }
            if (field == null) {
                throw new StoreException(StoreException.Kind.DAMAGED, "The case is damaged: it has no field " + number + ". Nothing was changed. Use a copy of the case.");
            }
            fields.put(number, field);
        }
        return fields;
    }

    /** All fields of a data set, sorted. */
    static List<Field> of(Connection connection, String dataset) throws SQLException {
        return Sql.list(connection, "SELECT view, path FROM field WHERE dataset = ?", FieldNumbers::map, dataset).stream().sorted().toList();
    }

    private static Field map(ResultSet row) throws SQLException {
        return new Field(View.valueOf(row.getString("view").toUpperCase(Locale.ROOT)), row.getString("path"));
    }

    private static String word(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }
}
