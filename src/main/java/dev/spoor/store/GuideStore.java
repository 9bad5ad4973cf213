package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.store.JournalLine.Act;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import dev.spoor.triage.StepAnswer.Pinned;
import dev.spoor.triage.StepAnswer.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers to the steps of guides, and the list of what is to be asked of hosts; each change with its line in the journal. Thread-safe. */
public final class GuideStore {
    private final Database database;

    GuideStore(Database database) {
        this.database = database;
    }

    /** The answers about an alert, by step. */
    public List<StepAnswer> about(String alert) throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM guide_answer WHERE alert = ? ORDER BY step", GuideStore::answer, alert));
    }

    /** All answers, by alert and step. */
    public List<StepAnswer> answers() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM guide_answer ORDER BY alert, step", GuideStore::answer));
    }

    /**
     * Keeps an answer in the place of the one before; one that says nothing is taken away.
     *
     * @param words what the step asks, for the journal
     */
    public void save(StepAnswer answer, String words, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            if (answer.blank()) {
                Sql.update(connection, "DELETE FROM guide_answer WHERE alert = ? AND step = ?", answer.alert(), answer.step());
            } else {
                keep(connection, answer);
            }
            Stamp stamp = answer.blank() ? Stamp.gone("step", answer.alert() + "/" + answer.step()) : Stamp.of(answer);
            return Journal.append(connection, new Act(time, actor, "step", answer.alert(), told(answer, words) + stamp));
        });
    }

    private static void keep(Connection connection, StepAnswer answer) throws SQLException {
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        answer.evidence().forEach(pinned -> evidence.addObject().put("event", pinned.event()).put("label", pinned.label()));
        Sql.update(connection, """
                INSERT INTO guide_answer (alert, step, state, note, evidence, author, time) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (alert, step) DO UPDATE SET state = excluded.state, note = excluded.note, evidence = excluded.evidence, author = excluded.author, time = excluded.time
                """, answer.alert(), answer.step(), answer.state().word(), answer.note(), evidence.toString(), answer.author(), answer.time());
    }

    private static String told(StepAnswer answer, String words) {
        StringBuilder out = new StringBuilder("'").append(words).append("': ").append(answer.state().word().replace('_', ' '));
        if (!answer.note().isEmpty()) {
            out.append("; note: ").append(answer.note());
        }
        if (!answer.evidence().isEmpty()) {
            out.append("; evidence: ").append(String.join(", ", answer.evidence().stream().map(pinned -> "event " + pinned.event()).toList()));
        }
        return out.toString();
    }

    /** What is to be asked of hosts, in the order in which it was noted. */
    public List<HostQuery> queries() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM host_query ORDER BY time, id", GuideStore::query));
    }

    /** Notes a query; one of the same id is replaced. */
    public void add(HostQuery query, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Sql.update(connection, """
                    INSERT INTO host_query (id, host, label, query, rule, alert, author, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET host = excluded.host, label = excluded.label, query = excluded.query
                    """, query.id(), query.host(), query.label(), query.query(), query.rule(), query.alert(), query.author(), query.time());
            return Journal.append(connection, new Act(time, actor, "collect", query.alert(), "to ask " + query.host() + ": " + query.label() + Stamp.of(query)));
        });
    }

    /** Takes a query off the list; nothing happens where there is none of that id. */
    public void remove(HostQuery query, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            int changed = Sql.update(connection, "DELETE FROM host_query WHERE id = ?", query.id());
            return changed == 0 ? null
                    : Journal.append(connection,
                            new Act(time, actor, "collect", query.alert(), "no longer to ask " + query.host() + ": " + query.label() + Stamp.gone("query", query.id())));
        });
    }

    private static StepAnswer answer(ResultSet row) throws SQLException {
        List<Pinned> evidence = new ArrayList<>();
        for (JsonNode node : Json.tree(row.getString("evidence"))) {
            evidence.add(new Pinned(node.path("event").asLong(), node.path("label").asText()));
        }
        return new StepAnswer(row.getString("alert"), row.getString("step"), State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("note"), evidence,
                row.getString("author"), row.getLong("time"));
    }

    private static HostQuery query(ResultSet row) throws SQLException {
        return new HostQuery(row.getString("id"), row.getString("host"), row.getString("label"), row.getString("query"), row.getString("rule"), row.getString("alert"),
                row.getString("author"), row.getLong("time"));
    }
}
