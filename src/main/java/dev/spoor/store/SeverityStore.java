package dev.spoor.store;

import dev.spoor.rule.Severity;
import dev.spoor.store.JournalLine.Act;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.GivenSeverity.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The severities that analysts gave, each change with its line in the journal. Thread-safe. */
public final class SeverityStore {
    private final Database database;

    SeverityStore(Database database) {
        this.database = database;
    }

    /** All of them, those of alerts first, by subject. */
    public List<GivenSeverity> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM given_severity ORDER BY scope, subject", SeverityStore::map));
    }

    /**
     * Gives severities, or takes them away where one is empty; all or nothing.
     *
     * @param undoing whether they were there before
     * @return what there was before, in the same order: what to give to take it back
     * @throws StoreException UNKNOWN if the case lacks one of the alerts or variants; then nothing is changed
     */
    public List<GivenSeverity> give(Collection<GivenSeverity> wanted, String actor, long time, boolean undoing) throws StoreException {
        return database.write(Durability.SAFE, connection -> {
            List<GivenSeverity> before = new ArrayList<>();
            for (GivenSeverity one : wanted) {
                before.add(give(connection, one, actor, time, undoing));
            }
            return before;
        });
    }

    private static GivenSeverity give(Connection connection, GivenSeverity wanted, String actor, long time, boolean undoing) throws SQLException, StoreException {
        known(connection, wanted);
        GivenSeverity none = new GivenSeverity(wanted.scope(), wanted.subject(), Optional.empty(), "", "", 0);
        String scope = wanted.scope().word();
        GivenSeverity before = Sql.one(connection, "SELECT * FROM given_severity WHERE scope = ? AND subject = ?", SeverityStore::map, scope, wanted.subject()).orElse(none);
        String words = (undoing ? "taken back: " : "") + scope + " " + word(before) + " -> " + word(wanted);
        if (wanted.severity().isEmpty()) {
            Sql.update(connection, "DELETE FROM given_severity WHERE scope = ? AND subject = ?", scope, wanted.subject());
            Journal.append(connection, new Act(time, actor, "severity", wanted.subject(), words + Stamp.gone("severity", scope + "/" + wanted.subject())));
            return before;
        }
        Sql.update(connection, """
                INSERT INTO given_severity (scope, subject, severity, reason, author, time) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (scope, subject) DO UPDATE SET severity = excluded.severity, reason = excluded.reason, author = excluded.author, time = excluded.time
                """, scope, wanted.subject(), word(wanted), wanted.reason(), wanted.author(), wanted.time());
        Journal.append(connection, new Act(time, actor, "severity", wanted.subject(), words + ": " + wanted.reason() + Stamp.of(wanted)));
        return before;
    }

    private static void known(Connection connection, GivenSeverity wanted) throws SQLException, StoreException {
        String table = wanted.scope() == Scope.ALERT ? "SELECT count(*) FROM alert WHERE id = ?" : "SELECT count(*) FROM variant WHERE id = ?";
        if (Sql.number(connection, table, wanted.subject()) == 0) {
            throw new StoreException(StoreException.Kind.UNKNOWN, "The case has no " + wanted.scope().word() + " '" + wanted.subject() + "'. No severity was changed.");
        }
    }

    private static String word(GivenSeverity given) {
        return given.severity().map(Severity::word).orElse("as the rule says");
    }

    private static GivenSeverity map(ResultSet row) throws SQLException {
        return new GivenSeverity(Scope.ofWord(row.getString("scope")), row.getString("subject"), Optional.of(Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT))),
                row.getString("reason"), row.getString("author"), row.getLong("time"));
    }
}
