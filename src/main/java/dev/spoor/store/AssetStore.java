package dev.spoor.store;

import dev.spoor.store.JournalLine.Act;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.CriticalAsset.Kind;
import dev.spoor.triage.RuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** What analysts know of hosts, users and rules: critical assets, and types given to rules; each change with its line in the journal. Thread-safe. */
public final class AssetStore {
    private final Database database;

    AssetStore(Database database) {
        this.database = database;
    }

    /** All critical assets, hosts first, by name. */
    public List<CriticalAsset> list() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM critical_asset ORDER BY kind, name", AssetStore::map));
    }

    /** Adds an asset, or changes its note. */
    public void save(CriticalAsset asset, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            Sql.update(connection, """
                    INSERT INTO critical_asset (kind, name, note, author, time) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (kind, name) DO UPDATE SET note = excluded.note, author = excluded.author, time = excluded.time
                    """, asset.kind().word(), asset.name(), asset.note(), asset.author(), asset.time());
            String note = asset.note().isEmpty() ? "" : ": " + asset.note();
            return Journal.append(connection, new Act(time, actor, "asset", asset.name(), "critical " + asset.kind().word() + note + Stamp.of(asset)));
        });
    }

    /** Forgets an asset; nothing happens where there is none. */
    public void remove(Kind kind, String name, String actor, long time) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            int changed = Sql.update(connection, "DELETE FROM critical_asset WHERE kind = ? AND name = ?", kind.word(), name);
            return changed == 0 ? null
                    : Journal.append(connection, new Act(time, actor, "asset", name, "no longer a critical " + kind.word() + Stamp.gone("asset", kind.word() + "/" + name)));
        });
    }

    /** The types that were given to rules, by rule id. */
    public List<RuleType> types() throws StoreException {
        return database.read(connection -> Sql.list(connection, "SELECT * FROM rule_type ORDER BY rule",
                row -> new RuleType(row.getString("rule"), row.getString("type"), row.getString("author"), row.getLong("time"))));
    }

    /** Gives a rule a type; an empty one: the rule's own counts again. */
    public void type(RuleType type) throws StoreException {
        database.write(Durability.SAFE, connection -> {
            if (type.type().isEmpty()) {
                Sql.update(connection, "DELETE FROM rule_type WHERE rule = ?", type.rule());
                return Journal.append(connection, new Act(type.time(), type.author(), "type", type.rule(), "the rule's own type" + Stamp.gone("type", type.rule())));
            }
            Sql.update(connection, """
                    INSERT INTO rule_type (rule, type, author, time) VALUES (?, ?, ?, ?)
                    ON CONFLICT (rule) DO UPDATE SET type = excluded.type, author = excluded.author, time = excluded.time
                    """, type.rule(), type.type(), type.author(), type.time());
            return Journal.append(connection, new Act(type.time(), type.author(), "type", type.rule(), "is taken as " + type.type() + Stamp.of(type)));
        });
    }

    private static CriticalAsset map(ResultSet row) throws SQLException {
        return new CriticalAsset(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("name"), row.getString("note"), row.getString("author"),
                row.getLong("time"));
    }
}
