package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.triage.AlertFields;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Variant;
import dev.spoor.triage.VariantCount;
import dev.spoor.triage.VariantShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Variants of alerts in the tables. */
final class Variants {
    private Variants() {}

    static Map<String, Variant> all(Connection connection) throws SQLException {
        Map<String, Variant> all = new HashMap<>();
        Sql.list(connection, "SELECT id, shape FROM variant", row -> all.put(row.getString(1), new Variant(row.getString(1), row.getString(2))));
        return all;
    }

    static VariantCount count(Connection connection) throws SQLException {
        return Sql.one(connection, """
                SELECT count(*), coalesce(sum(closed), 0) FROM (
                    SELECT min(status = 'closed') AS closed FROM alert WHERE variant <> '' GROUP BY variant
                    UNION ALL SELECT status = 'closed' FROM alert WHERE variant = '')""", row -> new VariantCount(row.getLong(1), row.getLong(2))).orElse(VariantCount.NONE);
    }

    private record Waiting(String id, String rule, long count, Map<String, Object> row) {}

    /** Works out variants and places of alerts that have none, from what is stored of them. */
    static void fill(Connection connection) throws SQLException {
        List<Waiting> waiting = Sql.list(connection, "SELECT id, rule_id, events, row FROM alert WHERE variant = '' ORDER BY id",
                row -> new Waiting(row.getString(1), row.getString(2), row.getLong(3), Json.map(row.getString(4))));
        Set<Variant> written = new HashSet<>();
        try (Sql.Batch variants = new Sql.Batch(connection, "INSERT INTO variant (id, rule_id, shape) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
                Sql.Batch alerts = new Sql.Batch(connection, "UPDATE alert SET variant = ?, places = ? WHERE id = ?")) {
            for (Waiting alert : waiting) {
                Variant variant = VariantShape.of(alert.rule(), shaping(connection, alert));
                alerts.run(variant.id(), AlertPlaces.write(events(connection, alert.id())), alert.id());
                if (written.add(variant)) {
                    variants.run(variant.id(), alert.rule(), variant.shape());
                }
            }
        }
    }

    private static List<EventReference> events(Connection connection, String alert) throws SQLException {
        return Sql.list(connection, "SELECT event, source, entry, record FROM alert_event WHERE alert = ? ORDER BY position", AlertMapper::event, alert);
    }

    private static List<AlertFields> shaping(Connection connection, Waiting alert) throws SQLException {
        int told = VariantShape.events(alert.count(), alert.row());
        List<JsonNode> last =
                Sql.list(connection, "SELECT document FROM alert_event WHERE alert = ? ORDER BY position DESC LIMIT ?", row -> Json.tree(row.getString(1)), alert.id(),
                        Math.max(1, told));
        List<AlertFields> shaping = new ArrayList<>();
        if (last.isEmpty() || !alert.row().isEmpty() || told == 1) {
            shaping.add(new AlertFields(last.isEmpty() ? Json.empty() : last.getFirst(), alert.row()));
        } else {
            last.reversed().forEach(document -> shaping.add(new AlertFields(document, Map.of())));
        }
        return shaping;
    }
}
