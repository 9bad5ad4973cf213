package dev.spoor.store;

import dev.spoor.triage.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Reads what a table of alerts shows, quickly: SQLite writes thousands of rows into one text, which several threads take apart, and what many alerts have in common is made once. A
 * stretch in whose texts the separators occur is read row by row. Of one listing.
 */
final class AlertLister {
    private static final int CHUNK = 4_096;
    private static final String SQL = "SELECT group_concat(concat_ws(char(31), " + AlertText.COLUMNS + "), char(30)), count(*) FROM alert WHERE rowid BETWEEN ? AND ?";
    private final Database database;
    /** Those that nobody reads with now: they know already what many alerts have in common. */
    private final Queue<AlertText> idle = new ConcurrentLinkedQueue<>();

    AlertLister(Database database) {
        this.database = database;
    }

    /** All alerts without their rows, in the order in which they were first stored. */
    List<Alert> list() throws StoreException {
        long last = database.read(connection -> Sql.number(connection, "SELECT max(rowid) FROM alert"));
        AlertText.Common common = new AlertText.Common(database.read(Variants::all), database.read(AlertLister::tags));
        try {
            List<List<Alert>> chunks = IntStream.rangeClosed(0, (int) (last / CHUNK)).parallel().mapToObj(chunk -> chunk((long) chunk * CHUNK, common)).toList();
            List<Alert> all = new ArrayList<>(chunks.stream().mapToInt(List::size).sum());
            chunks.forEach(all::addAll);
            return all;
        } catch (UncheckedIOException e) {
            if (e.getCause().getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static Map<String, List<String>> tags(Connection connection) throws SQLException {
        Map<String, List<String>> tags = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        Sql.list(connection, "SELECT alert, tag FROM alert_tag ORDER BY alert, tag",
                row -> tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>(1)).add(known.computeIfAbsent(row.getString(2), tag -> tag)));
        return tags;
    }

    private List<Alert> chunk(long from, AlertText.Common common) {
        try {
            return database.read(connection -> {
                List<Alert> alerts = new ArrayList<>();
                Sql.each(connection, SQL, row -> {
                    byte[] text = row.getBytes(1);
                    int count = row.getInt(2);
                    AlertText reader = Optional.ofNullable(idle.poll()).orElseGet(() -> new AlertText(common));
                    boolean whole = count == 0 || reader.read(text, count, alerts);
                    idle.add(reader);
                    if (!whole) {
                        alerts.clear();
                        alerts.addAll(oneByOne(connection, from, common));
                    }
                }, from, from + CHUNK - 1);
                return alerts;
            });
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static List<Alert> oneByOne(Connection connection, long from, AlertText.Common common) throws SQLException {
        return Sql.list(connection, "SELECT * FROM alert WHERE rowid BETWEEN ? AND ?", row -> {
            Alert alert = AlertMapper.alert(row, common.variants());
            return AlertMapper.listed(alert, AlertPlaces.read(row.getString("places")), common.tags().getOrDefault(alert.id(), List.of()));
        }, from, from + CHUNK - 1);
    }
}
