package dev.spoor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.store.JournalLine.Act;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.AlertView.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Saved views. Thread-safe. */
public final class ViewStore {
    private final Database database;

    ViewStore(Database database) {
        this.database = database;
    }

    /** All views, by name; the one with an empty name, if there is one, comes first. */
    public List<AlertView> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM view ORDER BY name", ViewStore::map));
    }

    /**
     * Keeps a view in the place of one of the same name. A view with a name goes into the journal.
     *
     * @param time ticks of the wall clock
     */
    public void save(AlertView view, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Sql.update(connection, """
                    INSERT INTO view (name, conditions, grouping, columns, sort, descending) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET conditions = excluded.conditions, grouping = excluded.grouping, columns = excluded.columns,
                        sort = excluded.sort, descending = excluded.descending
                    """, view.name(), conditions(view.conditions()), view.group(), Json.text(view.columns()), view.sort(), view.descending());
            return view.name().isEmpty() ? null : Journal.append(connection, new Act(time, actor, "view", view.name(), "saved: " + conditions(view.conditions())));
        });
    }

    /** Forgets a view; nothing happens where there is none of that name. */
    public void delete(String name, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            int changed = Sql.update(connection, "DELETE FROM view WHERE name = ?", name);
            return changed == 0 || name.isEmpty() ? null : Journal.append(connection, new Act(time, actor, "view", name, "deleted"));
        });
    }

    private static String conditions(List<Condition> conditions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Condition condition : conditions) {
            ObjectNode node = array.addObject().put("field", condition.field()).put("negated", condition.negated());
            ArrayNode values = node.putArray("values");
            condition.values().forEach(values::add);
        }
        return array.toString();
    }

    private static AlertView map(ResultSet row) throws SQLException {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode node : Json.tree(row.getString("conditions"))) {
            List<String> values = new ArrayList<>();
            node.path("values").forEach(value -> values.add(value.asText()));
            conditions.add(new Condition(node.path("field").asText(), node.path("negated").asBoolean(), values));
        }
        return new AlertView(row.getString("name"), conditions, row.getString("grouping"), Json.texts(row.getString("columns")), row.getString("sort"),
                row.getBoolean("descending"));
    }
}
