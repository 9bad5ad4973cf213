package dev.spoor.event;

import java.util.Comparator;
import java.util.Objects;

/**
 * The name of a field: its view and its dotted path, for example {@code ECS process.name}. Names are case-sensitive.
 *
 * @param view which view of the record it belongs to
 * @param path dotted path, never empty
 */
public record Field(View view, String path) implements Comparable<Field> {
    private static final Comparator<Field> ORDER = Comparator.comparing(Field::view).thenComparing(Field::path);

    public Field {
        Objects.requireNonNull(view, "view");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a field has a name");
        }
    }

    /** The field of this path in the ECS view. */
    public static Field ecs(String path) {
        return new Field(View.ECS, path);
    }

    /** The field of this path in the source view. */
    public static Field source(String path) {
        return new Field(View.SOURCE, path);
    }

    @Override public int compareTo(Field other) {
        return ORDER.compare(this, other);
    }
}
