package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.store.RuleRun.Outcome;
import dev.spoor.store.RuleRun.Planned;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs and the rules as they were run, word for word. Thread-safe. */
public final class RunStore {
    private static final String RULE_RUNS = """
            SELECT run_rule.*, rule.document, rule.text FROM run_rule JOIN rule ON rule.id = run_rule.rule
            """;
    private static final String RUNS = "SELECT run.*, (SELECT count(*) FROM run_rule WHERE run_rule.run = run.id) AS rules FROM run ";

    private static final String NEWEST = """
            WHERE run_rule.run = (SELECT max(r.run) FROM run_rule r JOIN rule k ON k.id = r.rule WHERE k.rule_id = rule.rule_id)""";

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /**
     * Begins a run; answers its number.
     *
     * @param started ticks of the wall clock
     * @param rules   all rules that the run was given, also those that cannot run
     */
    public long begin(long started, List<Planned> rules) throws StoreException {
        return database.write(Durability.FAST, connection -> {
            long run = Sql.number(connection, "INSERT INTO run (started) VALUES (?) RETURNING id", started);
            plan(connection, run, rules);
            return run;
        });
    }

    /** Gives a run that is not over its rules anew: what is known of them changed while it ran. */
    public void replan(long run, List<Planned> rules) throws StoreException {
        database.write(Durability.FAST, connection -> {
            Sql.update(connection, "DELETE FROM run_rule WHERE run = ?", run);
            plan(connection, run, rules);
            return null;
        });
    }

    private static void plan(Connection connection, long run, List<Planned> rules) throws SQLException {
        try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO run_rule (run, rule, fidelity, reasons) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Planned planned : rules) {
                batch.run(run, save(connection, planned.rule()), planned.fidelity().status().word(), Json.text(planned.fidelity().reasons()));
            }
        }
    }

    /** Ends a run. */
    public void finish(long run, long finished, long alerts, List<Outcome> outcomes) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Sql.update(connection, "UPDATE run SET finished = ?, alerts = ? WHERE id = ?", finished, alerts, run);
            try (Sql.Batch batch = new Sql.Batch(connection, """
                    UPDATE run_rule SET nanoseconds = ?, matches = ? WHERE run = ? AND rule IN (SELECT id FROM rule WHERE rule_id = ?)
                    """)) {
                for (Outcome outcome : outcomes) {
                    batch.run(outcome.nanoseconds(), outcome.matches(), run, outcome.ruleId());
                }
            }
            return null;
        });
    }

    /** All runs, oldest first. */
    public List<Run> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, RUNS + "ORDER BY id", RunStore::mapRun));
    }

    /** The newest run that came to its end. */
    public Optional<Run> last() throws StoreException {
        return database.read(connection -> Sql.one(connection, RUNS + "WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 1", RunStore::mapRun));
    }

    /** The rules of one run, by rule id. */
    public List<RuleRun> rules(long run) throws StoreException {
        return database.read(connection -> Sql.list(connection, RULE_RUNS + "WHERE run = ? ORDER BY rule.rule_id, rule.sha256", RunStore::map, run));
    }

    /** How many rules have each fidelity, by its word, each rule as in the newest run that had it. Reads no rule, so it is quick. */
    public Map<String, Long> countByFidelity() throws StoreException {
        return database.read(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            Sql.list(connection, "SELECT fidelity, count(*) FROM run_rule JOIN rule ON rule.id = run_rule.rule " + NEWEST + " GROUP BY fidelity",
                    row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        });
    }

    /** Every rule that was ever given to a run, each as in the newest run that had it, by rule id. */
    public List<RuleRun> newest() throws StoreException {
        return database.read(connection -> Sql.list(connection, RULE_RUNS + NEWEST + " ORDER BY rule.rule_id, rule.sha256", RunStore::map));
    }

    /**
     * Every rule as in the newest run in which it ran: what the alerts of the case come from. The run may have been interrupted.
     */
    public List<RuleRun> ran() throws StoreException {
        return database.read(connection -> Sql.list(connection, RULE_RUNS + """
                WHERE run_rule.fidelity IN ('exact', 'approximate') AND run_rule.run = (SELECT max(r.run) FROM run_rule r JOIN rule k ON k.id = r.rule
                    WHERE k.rule_id = rule.rule_id AND r.fidelity IN ('exact', 'approximate')) ORDER BY rule.rule_id, rule.sha256""", RunStore::map));
    }

    /** SHA-256 over the rules of a run: ids, texts, documents, fidelities. Another run of the same text may change the document; then the hash of the earlier run changes. */
    public String digest(long run) throws StoreException {
        RecordHash hash = new RecordHash();
        database.read(connection -> {
            Sql.each(connection, "SELECT rule.*, run_rule.fidelity FROM run_rule JOIN rule ON rule.id = run_rule.rule WHERE run_rule.run = ? ORDER BY rule.rule_id, rule.sha256",
                    row -> hash.add(row.getString("rule_id"), row.getString("text"), row.getString("document"), row.getString("fidelity")), run);
            return null;
        });
        return hash.hex();
    }

    /** Takes what is wrong with a rule. */
    public interface Reader {
        void take(String ruleId, String problem) throws StoreException;
    }

    /** Looks whether the rules' texts have their hashes and whether the columns say what the documents say. Answers how many rules there are. */
    public long check(Reader reader) throws StoreException {
        return database.read(connection -> {
            Sql.each(connection, "SELECT * FROM rule ORDER BY id", row -> {
                for (String problem : problems(row)) {
                    reader.take(row.getString("rule_id"), problem);
                }
            });
            return Sql.number(connection, "SELECT count(*) FROM rule");
        });
    }

    private static List<String> problems(ResultSet row) throws SQLException {
        List<String> problems = new ArrayList<>();
        if (!RecordHash.ofText(row.getString("text")).equals(row.getString("sha256"))) {
            problems.add("the text of the rule is not the one whose SHA-256 was noted when it ran");
        }
        JsonNode document;
        try {
            document = Json.tree(row.getString("document"));
        } catch (SQLException e) {
            problems.add("the document of the rule cannot be read: " + e.getMessage());
            return problems;
        }
        for (String column : List.of("rule_id", "name", "language", "version", "path")) {
            String said = document.path(column.equals("rule_id") ? "id" : column).asText();
            if (!said.equals(row.getString(column))) {
                problems.add("column " + column + " says '" + row.getString(column) + "', the document '" + said + "'");
            }
        }
        return problems;
    }

    /** A rule as in the newest run that had it. */
    public Optional<RuleRun> find(String ruleId) throws StoreException {
        return database.read(connection -> Sql.one(connection, RULE_RUNS + "WHERE rule.rule_id = ? ORDER BY run_rule.run DESC, rule.sha256 LIMIT 1", RunStore::map,
                ruleId));
    }

    private static long save(Connection connection, Rule rule) throws SQLException {
        return Sql.number(connection, """
                INSERT INTO rule (rule_id, sha256, name, origin, language, version, path, text, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (rule_id, sha256) DO UPDATE SET path = excluded.path, document = excluded.document RETURNING id
                """, rule.id(), RecordHash.ofText(rule.text()), rule.name(), rule.origin().word(), rule.language(), rule.version(), rule.path(), rule.text(),
                RecordJson.text(rule, "text"));
    }

    private static Run mapRun(ResultSet row) throws SQLException {
        return new Run(row.getLong("id"), row.getLong("started"), Ticks.read(row, "finished"), row.getInt("rules"), row.getLong("alerts"));
    }

    private static RuleRun map(ResultSet row) throws SQLException {
        ObjectNode document = (ObjectNode) Json.tree(row.getString("document"));
        document.put("text", row.getString("text"));
        Fidelity fidelity = new Fidelity(Fidelity.Status.valueOf(row.getString("fidelity").toUpperCase(Locale.ROOT)), Json.texts(row.getString("reasons")));
        return new RuleRun(row.getLong("run"), RecordJson.read(document, Rule.class), fidelity, row.getLong("nanoseconds"), row.getLong("matches"));
    }
}
