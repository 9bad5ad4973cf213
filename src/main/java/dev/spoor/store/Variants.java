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

    /** One walk along the index of variants and statuses. */
    static AlertCounts count(Connection connection) throws SQLException {
        return Sql.one(connection, """
                SELECT coalesce(sum(alerts), 0), coalesce(sum(open), 0), coalesce(sum(CASE WHEN variant = '' THEN alerts ELSE 1 END), 0),
                    coalesce(sum(CASE WHEN variant = '' THEN closed ELSE closed = alerts END), 0)
                FROM (SELECT variant, sum(alerts) AS alerts, sum(CASE status WHEN 'open' THEN alerts ELSE 0 END) AS open, sum(CASE status WHEN 'closed' THEN alerts ELSE 0 END) AS closed
                    FROM (SELECT variant, status, count(*) AS alerts FROM alert GROUP BY variant, status) GROUP BY variant)""",
                row -> new AlertCounts(row.getLong(1), row.getLong(2), new VariantCount(row.getLong(3), row.getLong(4)))).orElse(AlertCounts.NONE);
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
