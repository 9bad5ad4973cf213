package dev.spoor.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the columns of exports mean ({@code exports.csv}), and which event data the labels of messages show ({@code messages.csv}). Keys are found without regard to
 * case. Immutable and thread-safe.
 *
 * <p>{@code exports.csv} has rows {@code kind,name,value}: for a kind of export the item that a column holds; {@code level}, {@code keyword}, {@code provider} and
 * {@code sid}: what a text stands for; {@code nothing}: texts that stand for none; {@code channel}: the channel of a provider that writes to one only; {@code array}:
 * fields that Kibana joins with commas. {@code messages.csv} has rows {@code events,section,label,name}; {@code X/name} is user data below the element X.
 */
final class ExportTables {
    private static final ExportTables SHIPPED = new ExportTables();
    private final Map<String, Map<String, String>> kinds = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();

    private ExportTables() {
        for (List<String> row : rows("exports.csv")) {
            kinds.computeIfAbsent(row.get(0), _ -> new HashMap<>()).put(lower(row.get(1)), row.get(2));
        }
        for (List<String> row : rows("messages.csv")) {
            for (String id : row.get(0).split("\\|")) {
                messages.put(key(id, row.get(1), row.get(2)), row.get(3));
            }
        }
    }

    static ExportTables shipped() {
        return SHIPPED;
    }

    /** The value of a name in a kind of rows, or null. */
    String get(String kind, String name) {
        return kinds.get(kind).get(lower(name));
    }

    boolean has(String kind, String name) {
        return get(kind, name) != null;
    }

    /** The event data that a label shows, or null. */
    String messageName(String eventId, String section, String label) {
        String own = messages.get(key(eventId, section, label));
        return own == null ? messages.get(key("*", section, label)) : own;
    }

    private static String key(String id, String section, String label) {
        return id + '\0' + lower(section) + '\0' + lower(label);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> rows(String name) {
        try (InputStream in = Objects.requireNonNull(ExportTables.class.getResourceAsStream(name), name)) {
            List<List<String>> rows = Csv.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own table " + name + " cannot be read", e);
        }
    }
}
