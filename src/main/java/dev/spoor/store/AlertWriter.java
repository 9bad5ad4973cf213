package dev.spoor.store;

import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Variant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Writes alerts of one run within a transaction. */
final class AlertWriter implements AutoCloseable {
    private final long run;
    private final Sql.Batch alerts;
    private final Sql.Batch forget;
    private final Sql.Batch events;
    private final Sql.Batch tags;
    private final Sql.Batch variants;
    private final Set<Variant> written = new HashSet<>();

    AlertWriter(Connection connection, long run) throws SQLException {
        this.run = run;
        alerts = new Sql.Batch(connection, """
                INSERT INTO alert (id, rule_id, rule_name, origin, language, rule_version, fidelity, time, severity, severity_derived, risk, techniques, tactics,
                                   host, user, summary, row, events, run, status, reason, suppressed, variant, places)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET rule_id = excluded.rule_id, rule_name = excluded.rule_name, origin = excluded.origin,
                    language = excluded.language, rule_version = excluded.rule_version, fidelity = excluded.fidelity, time = excluded.time,
                    severity = excluded.severity, severity_derived = excluded.severity_derived, risk = excluded.risk, techniques = excluded.techniques,
                    tactics = excluded.tactics, host = excluded.host, user = excluded.user, summary = excluded.summary, row = excluded.row,
                    events = excluded.events, run = excluded.run, suppressed = excluded.suppressed, variant = excluded.variant, places = excluded.places, reproduced = 1
                """);
        forget = new Sql.Batch(connection, "DELETE FROM alert_event WHERE alert = ?");
        events = new Sql.Batch(connection, "INSERT INTO alert_event (alert, position, event, source, entry, record, document) VALUES (?, ?, ?, ?, ?, ?, ?)");
        variants = new Sql.Batch(connection, "INSERT INTO variant (id, rule_id, shape) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET shape = excluded.shape");
        tags = new Sql.Batch(connection, "INSERT INTO alert_tag (alert, tag) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    void save(AlertEvents stored) throws SQLException {
        Alert a = stored.alert();
        alerts.run(a.id(), a.rule().id(), a.rule().name(), a.rule().origin().word(), a.rule().language(), a.rule().version(), a.rule().fidelity().word(),
                Ticks.column(a.time()), a.severity().word(), a.severityDerived(), a.risk().isPresent() ? (Integer) a.risk().getAsInt() : null,
                Json.text(a.techniques()), Json.text(a.tactics()), a.host().orElse(null), a.user().orElse(null), a.summary(), Json.text(a.values()), a.count(), run,
                a.status().word(), a.reason().map(Reason::word).orElse(null), a.suppressed(), a.variant().id(), AlertPlaces.write(a.events()));
        if (!a.variant().isNone() && written.add(a.variant())) {
            variants.run(a.variant().id(), a.rule().id(), a.variant().shape());
        }
        forget.run(a.id());
        for (int i = 0; i < a.events().size(); i++) {
            EventReference event = a.events().get(i);
            events.run(a.id(), i, event.id(), event.source(), event.entry(), event.record(), stored.documents().get(i));
        }
        for (String tag : a.tags()) {
            tags.run(a.id(), tag);
        }
    }

    @Override public void close() throws SQLException {
        try (alerts; forget; events; tags; variants) {
            return;
        }
    }
}
