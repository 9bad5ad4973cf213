package dev.spoor.store;

import dev.spoor.store.JournalLine.Act;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What analysts decide about alerts, each decision in one transaction with its lines in the journal. Thread-safe. */
public final class DecisionStore {
    /** Status and reason in one text, as the journal writes them. */
    static final String STATE = "status || coalesce(' (' || reason || ')', '')";
    private final Database database;

    DecisionStore(Database database) {
        this.database = database;
    }

    /**
     * Decides about alerts: sets status and reason, adds tags and the note.
     *
     * @param time ticks of the wall clock
     * @throws StoreException UNKNOWN if the case lacks one of the alerts; then nothing is decided
     */
    public void decide(Collection<String> alerts, Decision decision, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            for (String alert : alerts) {
                String before = state(connection, alert);
                Sql.update(connection, "UPDATE alert SET status = ?, reason = ? WHERE id = ?", decision.status().word(),
                        decision.reason().map(Reason::word).orElse(null), alert);
                for (String tag : decision.tags()) {
                    Sql.update(connection, "INSERT INTO alert_tag (alert, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", alert, tag);
                }
                if (!decision.note().isEmpty()) {
                    NoteStore.insert(connection, new Note(Note.Kind.ALERT, alert, time, actor, decision.note()));
                }
                Journal.append(connection, new Act(time, actor, "decide", alert, detail(before, state(connection, alert), decision)));
            }
            return null;
        });
    }

    /**
     * Takes decisions back: gives each alert the status, the reason and the tags that it had. Notes stay, for what was written down is never deleted.
     *
     * @param before the alerts as they were
     * @param time   ticks of the wall clock
     * @throws StoreException UNKNOWN if the case lacks one of the alerts; then nothing is changed
     */
    public void restore(Collection<Alert> before, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            for (Alert alert : before) {
                String now = state(connection, alert.id());
                Sql.update(connection, "UPDATE alert SET status = ?, reason = ? WHERE id = ?", alert.status().word(), alert.reason().map(Reason::word).orElse(null), alert.id());
                Sql.update(connection, "DELETE FROM alert_tag WHERE alert = ?", alert.id());
                for (String tag : alert.tags()) {
                    Sql.update(connection, "INSERT INTO alert_tag (alert, tag) VALUES (?, ?)", alert.id(), tag);
                }
                String tags = alert.tags().isEmpty() ? "" : "; tags: " + String.join(", ", alert.tags());
                Journal.append(connection, new Act(time, actor, "undo", alert.id(), now + " -> " + state(connection, alert.id()) + tags));
            }
            return null;
        });
    }

    /** Says who looks after an alert; an empty name: nobody. */
    public void assign(String alert, String assignee, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            state(connection, alert);
            Sql.update(connection, "UPDATE alert SET assignee = ? WHERE id = ?", assignee.isEmpty() ? null : assignee, alert);
            return Journal.append(connection, new Act(time, actor, "assign", alert, assignee.isEmpty() ? "to nobody" : "to " + assignee));
        });
    }

    /** Who looks after an alert. */
    public Optional<String> assignee(String alert) throws StoreException {
        return database.read(connection -> Sql.one(connection, "SELECT coalesce(assignee, '') FROM alert WHERE id = ?", row -> row.getString(1), alert))
                .filter(name -> !name.isEmpty());
    }

    /** Takes a tag off an alert. */
    public void untag(String alert, String tag, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            int changed = Sql.update(connection, "DELETE FROM alert_tag WHERE alert = ? AND tag = ?", alert, tag);
            return changed == 0 ? null : Journal.append(connection, new Act(time, actor, "untag", alert, tag));
        });
    }

    /** All tags in use, sorted. */
    public List<String> tags() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT DISTINCT tag FROM alert_tag ORDER BY tag", row -> row.getString(1)));
    }

    private static String state(Connection connection, String alert) throws SQLException, StoreException {
        return Sql.one(connection, "SELECT " + STATE + " FROM alert WHERE id = ?", row -> row.getString(1), alert)
                .orElseThrow(() -> new StoreException(StoreException.Kind.UNKNOWN, "The case has no alert '" + alert + "'. Nothing was decided."));
    }

    private static String detail(String before, String after, Decision decision) {
        StringBuilder detail = new StringBuilder(before).append(" -> ").append(after);
        if (!decision.tags().isEmpty()) {
            detail.append("; tags: ").append(String.join(", ", decision.tags()));
        }
        if (!decision.note().isEmpty()) {
            detail.append("; note: ").append(decision.note());
        }
        return detail.toString();
    }
}
