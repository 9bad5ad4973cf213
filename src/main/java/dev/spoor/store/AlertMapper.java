package dev.spoor.store;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Alert.RuleStamp;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of {@code alert} and {@code alert_event} as objects. */
final class AlertMapper {
    private AlertMapper() {}

    /** The alert of a row, as yet without events and tags. */
    static Alert alert(ResultSet row, Map<String, Variant> variants) throws SQLException {
        int risk = row.getInt("risk");
        OptionalInt stated = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(risk);
        Optional<Reason> reason = Optional.ofNullable(row.getString("reason")).flatMap(Reason::ofWord);
        return new Alert(row.getString("id"), stamp(row), Ticks.read(row, "time"), Severity.valueOf(constant(row, "severity")), row.getBoolean("severity_derived"),
                stated, Status.valueOf(constant(row, "status")), reason, Json.texts(row.getString("techniques")), Json.texts(row.getString("tactics")),
                Optional.ofNullable(row.getString("host")), Optional.ofNullable(row.getString("user")), row.getString("summary"), List.of(),
                Json.map(row.getString("row")), row.getLong("events"), row.getBoolean("reproduced"), List.of(), row.getLong("suppressed"),
                variants.getOrDefault(row.getString("variant"), Variant.NONE));
    }

    private static RuleStamp stamp(ResultSet row) throws SQLException {
        return new RuleStamp(row.getString("rule_id"), row.getString("rule_name"), RuleOrigin.valueOf(constant(row, "origin")), row.getString("language"),
                row.getString("rule_version"), Fidelity.Status.valueOf(constant(row, "fidelity")));
    }

    private static String constant(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    static EventReference event(ResultSet row) throws SQLException {
        return new EventReference(row.getLong("event"), row.getString("source"), row.getString("entry"), row.getLong("record"));
    }

    /** The same alert with its events and tags. */
    static Alert complete(Alert a, List<EventReference> events, List<String> tags) {
        return new Alert(a.id(), a.rule(), a.time(), a.severity(), a.severityDerived(), a.risk(), a.status(), a.reason(), a.techniques(), a.tactics(), a.host(),
                a.user(), a.summary(), events, a.values(), a.count(), a.reproduced(), tags, a.suppressed(), a.variant());
    }

    /** The same alert with one event of each file and its tags, without the values of its row. */
    static Alert listed(Alert a, List<EventReference> events, List<String> tags) {
        return new Alert(a.id(), a.rule(), a.time(), a.severity(), a.severityDerived(), a.risk(), a.status(), a.reason(), a.techniques(), a.tactics(), a.host(),
                a.user(), a.summary(), events, Map.of(), a.count(), a.reproduced(), tags, a.suppressed(), a.variant());
    }
}
