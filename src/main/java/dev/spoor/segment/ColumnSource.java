package dev.spoor.segment;

import dev.spoor.event.Field;
import java.util.Optional;

/** Where a segment gets its columns from when they are first asked for. Thread-safe. */
@FunctionalInterface
public interface ColumnSource {
    /**
     * Reads a column.
     *
     * @return empty where the segment has no such field
     * @throws java.io.UncheckedIOException if the column cannot be read or is damaged
     */
    Optional<Column> load(Field field);
}
