package dev.spoor.ecs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the Elastic Common Schema, and the integrations that Spoor follows, say about fields. Immutable and thread-safe. */
public final class EcsCatalogue {
    private final Map<String, TypeTable.Row> rows;

    private EcsCatalogue(Map<String, TypeTable.Row> rows) {
        this.rows = rows;
    }

    /** The catalogue that comes with Spoor; it is read once. */
    public static EcsCatalogue shipped() {
        return Holder.SHIPPED;
    }

    /** The type of a path; {@code winlog.event_data} and {@code winlog.user_data} hold keywords; empty where the catalogue does not know it. */
    public Optional<FieldType> type(String path) {
        TypeTable.Row row = rows.get(path);
        if (row != null) {
            return Optional.of(row.type());
        }
        boolean data = path.startsWith("winlog.event_data.") || path.startsWith("winlog.user_data.");
        return data ? Optional.of(FieldType.KEYWORD) : Optional.empty();
    }

    /** The field whose values a multi-field reads: {@code process.command_line} for {@code process.command_line.text}. */
    public Optional<String> parentOf(String multiFieldPath) {
        TypeTable.Row row = rows.get(multiFieldPath);
        return row == null || row.parent().isEmpty() ? Optional.empty() : Optional.of(row.parent());
    }

    /** All paths it knows, sorted, for suggestions. */
    public Set<String> paths() {
        return new TreeSet<>(rows.keySet());
    }

    private static final class Holder {
        static final EcsCatalogue SHIPPED = new EcsCatalogue(TypeTable.read("ecs_types.csv", "other_types.csv"));
    }
}
