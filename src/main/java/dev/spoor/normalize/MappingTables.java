package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All mapping tables put together, those that come later winning. Immutable and thread-safe once built. */
final class MappingTables {
    private static final String ANY_PROVIDER = "*";
    private static final String EVERY_CHANNEL = "*";
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, EventRow> events = new HashMap<>();
    private final Map<String, String> tasks = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> flatNames = new HashMap<>();
    /** By channel. */
    private final Map<String, List<FieldRule>> rules = new HashMap<>();

    record Channel(String module, String dataset, boolean dropDash) {}

    record EventRow(String action, List<String> categories, List<String> types) {}

    MappingTables(List<MappingTable> tables) throws MappingTableException {
        for (MappingTable table : tables) {
            for (MappingTable.Row row : table.rows()) {
                add(table, row);
            }
        }
        for (MappingTable table : tables) {
            for (MappingTable.Row row : table.kind() == MappingTable.Kind.FIELDS ? table.rows() : List.<MappingTable.Row>of()) {
                lookUps(table, row);
            }
        }
    }

    /** The tables that come with Spoor. */
    static MappingTables shipped() {
        try {
            return new MappingTables(MappingTable.shipped());
        } catch (MappingTableException e) {
            throw new IllegalStateException("the program's own mapping tables are broken", e);
        }
    }

    private void add(MappingTable table, MappingTable.Row row) throws MappingTableException {
        List<String> cells = row.cells();
        switch (table.kind()) {
            case CHANNELS -> channels.put(lower(cells.get(0)), channel(table, row));
            case EVENTS -> put(events, cells, new EventRow(cells.get(3), list(cells.get(4)), list(cells.get(5))));
            case TASKS -> put(tasks, cells, cells.get(3));
            case VALUES -> values.computeIfAbsent(cells.get(0), k -> new LinkedHashMap<>()).put(lower(cells.get(1)), cells.get(2));
            case FLAT_NAMES -> {
                if (!FlatDocuments.means(cells.get(1))) {
                    throw table.problem(row.line(), 1, "there is no item \"" + cells.get(1) + "\"");
                }
                flatNames.put(cells.get(0), cells.get(1));
            }
            case FIELDS -> {
                FieldRule rule = FieldRule.parse(table, row);
                rules.computeIfAbsent(rule.channel(), _ -> new ArrayList<>()).add(rule);
            }
        }
    }

    private static Channel channel(MappingTable table, MappingTable.Row row) throws MappingTableException {
        String drop = row.cells().get(3).trim();
        if (!drop.isEmpty() && !drop.equals("empty") && !drop.equals("empty dash")) {
            throw table.problem(row.line(), 3, "\"empty\" or \"empty dash\" expected, \"" + drop + "\" found");
        }
        return new Channel(row.cells().get(1), row.cells().get(2), drop.equals("empty dash"));
    }

    private void lookUps(MappingTable table, MappingTable.Row row) throws MappingTableException {
        String name = row.cells().get(5);
        if (FieldRule.parse(table, row).transform().looksUp() && !values.containsKey(name)) {
            throw table.problem(row.line(), 5, "there is no value table \"" + name + "\"");
        }
    }

    /** The constants of a channel; those of {@code *} where no row names it. */
    Optional<Channel> channel(String channel) {
        Channel named = channels.get(lower(channel));
        return Optional.ofNullable(named == null ? channels.get("*") : named);
    }

    Optional<EventRow> event(String channel, String provider, String id) {
        return find(events, channel, provider, id);
    }

    Optional<String> task(String channel, String provider, String id) {
        return find(tasks, channel, provider, id);
    }

    /** A value table; empty where there is none of that name. Keys are in lower case. */
    Map<String, String> values(String table) {
        return values.getOrDefault(table, Map.of());
    }

    /** What a name of a flat document means, or null where it is event data. */
    String flatName(String name) {
        return flatNames.get(name);
    }

    /** The rules for an event, in order: those of every channel last. */
    List<FieldRule> rules(String channel, String eventId) {
        List<FieldRule> found = new ArrayList<>();
        rules(found, lower(channel), eventId);
        rules(found, EVERY_CHANNEL, eventId);
        return found;
    }

    private void rules(List<FieldRule> found, String channel, String eventId) {
        for (FieldRule rule : rules.getOrDefault(channel, List.of())) {
            if (rule.events().has(eventId)) {
                found.add(rule);
            }
        }
    }

    private static <T> void put(Map<String, T> rows, List<String> cells, T row) {
        rows.put(key(cells.get(0), cells.get(1), cells.get(2)), row);
        rows.putIfAbsent(key(cells.get(0), ANY_PROVIDER, cells.get(2)), row);
    }

    /** By provider, which counts as right where the record names none; else a row without provider; else the row of any event of the channel. */
    private static <T> Optional<T> find(Map<String, T> rows, String channel, String provider, String id) {
        T row = rows.get(key(channel, provider.isEmpty() ? ANY_PROVIDER : provider, id));
        if (row == null) {
            row = rows.get(key(channel, "", id));
        }
        return Optional.ofNullable(row == null ? rows.get(key(channel, "", "*")) : row);
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static String key(String channel, String provider, String id) {
        return lower(channel) + "\0" + lower(provider) + "\0" + id;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
