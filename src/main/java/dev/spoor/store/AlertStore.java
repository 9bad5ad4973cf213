package dev.spoor.store;

import dev.spoor.store.AlertEvents.Stored;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Variant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** Alerts as detection produces them; what analysts decide about them is in {@link DecisionStore}. Alerts are never deleted, but for those of {@link #withdraw}. Thread-safe. */
public final class AlertStore {
    private static final String ORDER = " ORDER BY time, rule_id, id";

    private final Database database;

    AlertStore(Database database) {
        this.database = database;
    }

    /**
     * Stores alerts of a run. An alert that the case knows takes the new content and keeps status, reason, assignee, notes and tags. May be called several times
     * in a run.
     */
    public void save(long run, List<AlertEvents> alerts) throws StoreException {
        database.write(Durability.FAST, connection -> {
            try (AlertWriter writer = new AlertWriter(connection, run)) {
                for (AlertEvents alert : alerts) {
                    writer.save(alert);
                }
            }
            return null;
        });
    }

    /**
     * Marks the alerts that a run should have produced and did not; answers how many. To be called when all alerts of the run are saved.
     *
     * @param ranRuleIds the rules that ran to their end; alerts of other rules stay as they are
     */
    public int markMissing(long run, Collection<String> ranRuleIds) throws StoreException {
        return database.write(Durability.FAST, connection -> {
            int marked = 0;
            try (Sql.Batch batch = new Sql.Batch(connection, "UPDATE alert SET reproduced = 0 WHERE rule_id = ? AND run < ? AND reproduced = 1")) {
                for (String rule : ranRuleIds) {
                    marked += batch.run(rule, run);
                }
            }
            return marked;
        });
    }

    /** The ids of all alerts. */
    public Set<String> ids() throws StoreException {
        return database.read(connection -> new HashSet<>(Sql.list(connection, "SELECT id FROM alert", row -> row.getString(1))));
    }

    /**
     * Takes back alerts that were shown before their run was over and that the whole run did not give.
     *
     * @param early shown by this run only: gone, unless somebody decided, tagged or noted something, or took them on; then they are marked as not reproduced
     * @param known those that the case had before: marked as not reproduced
     */
    public void withdraw(Collection<String> early, Collection<String> known) throws StoreException {
        database.write(Durability.FAST, connection -> {
            try (Sql.Batch mark = new Sql.Batch(connection, "UPDATE alert SET reproduced = 0 WHERE id = ?");
                    Sql.Batch tags = new Sql.Batch(connection, "DELETE FROM alert_tag WHERE alert = ?");
                    Sql.Batch events = new Sql.Batch(connection, "DELETE FROM alert_event WHERE alert = ?");
                    Sql.Batch alert = new Sql.Batch(connection, "DELETE FROM alert WHERE id = ?")) {
                for (String id : known) {
                    mark.run(id);
                }
                for (String id : early) {
                    if (touched(connection, id)) {
                        mark.run(id);
                    } else {
                        tags.run(id);
                        events.run(id);
                        alert.run(id);
                    }
                }
            }
            return null;
        });
    }

    private static boolean touched(Connection connection, String id) throws SQLException {
        return Sql.number(connection, """
                SELECT (SELECT count(*) FROM alert WHERE id = ?1 AND (status <> 'open' OR assignee IS NOT NULL)) + (SELECT count(*) FROM alert_tag WHERE alert = ?1 AND tag <> 'building block')
                     + (SELECT count(*) FROM note WHERE kind = 'alert' AND subject = ?1) + (SELECT count(*) FROM journal WHERE subject = ?1)
                """, id) > 0;
    }

    /** All alerts, ordered by time (those without a time first), rule id, alert id. */
    public List<Alert> list() throws StoreException {
        return database.read(connection -> select(connection, ""));
    }

    /** All alerts without the values of their rows and with one event of each file, in the order in which they were first stored: what a table needs, however many there are. */
    public List<Alert> listed() throws StoreException {
        return new AlertLister(database).list();
    }

    /** The alerts that a run produced, in the same order. */
    public List<Alert> ofRun(long run) throws StoreException {
        return database.read(connection -> select(connection, " WHERE alert.run = ?", run));
    }

    /** The alerts of a rule, in the same order. */
    public List<Alert> ofRule(String ruleId) throws StoreException {
        return database.read(connection -> select(connection, " WHERE alert.rule_id = ?", ruleId));
    }

    public Optional<Alert> find(String id) throws StoreException {
        return database.read(connection -> select(connection, " WHERE alert.id = ?", id).stream().findFirst());
    }

    /**
     * An alert with everything that is stored of it.
     *
     * @param run      the newest run that produced it
     * @param assignee who looks after it; empty for nobody
     */
    public record Recorded(Alert alert, long run, String assignee, List<Stored> events) {}

    /** An alert with everything that is stored of it. */
    public Optional<Recorded> recorded(String id) throws StoreException {
        Optional<Alert> alert = find(id);
        if (alert.isEmpty()) {
            return Optional.empty();
        }
        List<Stored> events = events(id, Integer.MAX_VALUE);
        return database.read(connection -> Sql.one(connection, "SELECT run, coalesce(assignee, '') FROM alert WHERE id = ?",
                row -> new Recorded(alert.get(), row.getLong(1), row.getString(2), events), id));
    }

    /**
     * What the table says of an alert, without its content.
     *
     * @param state    status and reason as the journal writes them: {@code closed (false_positive)}
     * @param assignee who looks after it; empty for nobody
     */
    public record Line(String id, String ruleId, long run, boolean reproduced, String state, String assignee, List<String> tags) {}

    /** Takes lines. */
    public interface Reader {
        void take(Line line) throws StoreException;
    }

    /** Shows what the table says of each alert, by id, without holding it. */
    public void each(Reader reader) throws StoreException {
        database.read(connection -> {
            Sql.each(connection, "SELECT id, rule_id, run, reproduced, " + DecisionStore.STATE + " AS state, coalesce(assignee, '') AS assignee, "
                    + "(SELECT json_group_array(tag) FROM (SELECT tag FROM alert_tag WHERE alert_tag.alert = alert.id ORDER BY tag)) AS tags FROM alert ORDER BY id",
                    row -> reader.take(new Line(row.getString("id"), row.getString("rule_id"), row.getLong("run"), row.getBoolean("reproduced"), row.getString("state"),
                            row.getString("assignee"), Json.texts(row.getString("tags")))));
            return null;
        });
    }

    /** Events and tags whose alert is not in the case, in words. */
    public List<String> orphans() throws StoreException {
        return database.read(connection -> Sql.list(connection, """
                SELECT 'an event of alert ' || alert FROM alert_event WHERE alert NOT IN (SELECT id FROM alert) UNION
                SELECT 'a tag of alert ' || alert FROM alert_tag WHERE alert NOT IN (SELECT id FROM alert) ORDER BY 1""", row -> row.getString(1)));
    }

    /** The first events of an alert with their documents, in the order of the match. */
    public List<Stored> events(String alert, int limit) throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM alert_event WHERE alert = ? ORDER BY position LIMIT ?",
                row -> new Stored(AlertMapper.event(row), row.getString("document")), alert, limit));
    }

    /** The rule of an alert. */
    public Optional<String> ruleOf(String alert) throws StoreException {
        return database.read(connection -> Sql.one(connection, "SELECT rule_id FROM alert WHERE id = ?", row -> row.getString(1), alert));
    }

    /** The ids of the alerts that have one of some events, sorted. */
    public List<String> having(LongPredicate events) throws StoreException {
        SortedSet<String> found = new TreeSet<>();
        database.read(connection -> {
            Sql.each(connection, "SELECT alert, event FROM alert_event", row -> {
                if (events.test(row.getLong(2))) {
                    found.add(row.getString(1));
                }
            });
            return null;
        });
        return List.copyOf(found);
    }

    /** The ids of the alerts about one of some hosts and users from a time to another (ticks, inclusive), in the order of time. Case does not count. */
    public List<String> about(Collection<String> names, long from, long to) throws StoreException {
        SequencedSet<String> ids = new LinkedHashSet<>();
        for (String name : names) {
            ids.addAll(database.read(connection -> Sql.list(connection,
                    "SELECT id FROM alert WHERE (host = ?1 COLLATE NOCASE OR user = ?1 COLLATE NOCASE) AND time BETWEEN ?2 AND ?3 ORDER BY time, rule_id, id",
                    row -> row.getString(1),
                    name, from, to)));
        }
        return List.copyOf(ids);
    }

    /** How many alerts each rule has, by rule id. */
    public Map<String, Long> countByRule() throws StoreException {
        return database.read(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            Sql.list(connection, "SELECT rule_id, count(*) FROM alert GROUP BY rule_id", row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        });
    }

    /** How many alerts and variants there are. */
    public AlertCounts counts() throws StoreException {
        return database.read(Variants::count);
    }

    private static List<Alert> select(Connection connection, String where, Object... values) throws SQLException {
        Map<String, List<EventReference>> events = new HashMap<>();
        String of = where.isEmpty() ? "" : " JOIN alert ON alert.id = alert_event.alert" + where;
        Map<String, String> sources = new HashMap<>();
        Sql.list(connection, "SELECT alert, event, source, entry, record FROM alert_event" + of + " ORDER BY alert, position",
                row -> events.computeIfAbsent(row.getString(1), id -> new ArrayList<>(2))
                        .add(new EventReference(row.getLong(2), sources.computeIfAbsent(row.getString(3), path -> path), row.getString(4), row.getLong(5))),
                values);
        Map<String, List<String>> tags = new HashMap<>();
        Sql.list(connection,
                "SELECT alert_tag.alert, alert_tag.tag FROM alert_tag" + (where.isEmpty() ? "" : " JOIN alert ON alert.id = alert_tag.alert" + where) + " ORDER BY alert, tag",
                row -> tags.computeIfAbsent(row.getString("alert"), id -> new ArrayList<>()).add(row.getString("tag")), values);
        Map<String, Variant> variants = Variants.all(connection);
        return Sql.list(connection, "SELECT * FROM alert" + where + ORDER, row -> {
            Alert alert = AlertMapper.alert(row, variants);
            return AlertMapper.complete(alert, events.getOrDefault(alert.id(), List.of()), tags.getOrDefault(alert.id(), List.of()));
        }, values);
    }
}
