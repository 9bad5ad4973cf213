package dev.spoor.store;

import dev.spoor.event.Field;
import dev.spoor.segment.Column;
import dev.spoor.segment.ColumnCodec;
import dev.spoor.segment.ColumnSource;
import dev.spoor.segment.SegmentFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of one segment from the case. Thread-safe. */
final class StoredColumns implements ColumnSource {
    private final Database database;
    private final SegmentRef segment;
    private final Map<Field, Integer> numbers = new HashMap<>();

    StoredColumns(Database database, SegmentRef segment, Map<Integer, Field> fields) {
        this.database = database;
        this.segment = segment;
        fields.forEach((number, field) -> numbers.put(field, number));
    }

    List<Field> fields() {
        return numbers.keySet().stream().sorted().toList();
    }

    /** As {@link #load(Field)}, with a look at what was read before. */
    Optional<Column> load(Field field, ColumnCache cache) {
        Integer number = numbers.get(field);
        if (number == null) {
            return Optional.empty();
        }
        long row = EncodedSegment.row(number, segment.id());
        Column kept = cache.get(row);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Column> loaded = load(field);
        loaded.ifPresent(column -> cache.put(row, column));
        return loaded;
    }

    @Override public Optional<Column> load(Field field) {
        Integer number = numbers.get(field);
        if (number == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ColumnCodec.decode(bytes(number), segment.events(), this::bytes));
        } catch (SegmentFormatException e) {
            throw new UncheckedIOException(new IOException("The case " + database.file() + " is damaged: field " + field.path() + " of segment " + segment.id()
                    + " cannot be read (" + e.getMessage() + ").", e));
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /** The bytes of another column of the segment. */
    private byte[] bytes(Field field) throws SegmentFormatException {
        Integer number = numbers.get(field);
        if (number == null) {
            throw new SegmentFormatException("the column of " + field.path() + ", which it resembles, is missing");
        }
        try {
            return bytes(number);
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private byte[] bytes(int number) throws StoreException, SegmentFormatException {
        return content(EncodedSegment.row(number, segment.id())).orElseThrow(() -> new SegmentFormatException("its row is missing"));
    }

    private Optional<byte[]> content(long row) throws StoreException {
        return database.read(connection -> Sql.one(connection, """
                SELECT coalesce(own.content, shared.content) FROM segment_column own LEFT JOIN segment_column shared ON shared.id = own.same_as WHERE own.id = ?
                """, result -> result.getBytes(1), row));
    }
}
