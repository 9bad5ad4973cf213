package dev.spoor.store;

import dev.spoor.event.Field;
import dev.spoor.event.Time;
import dev.spoor.segment.OriginCodec;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentCodec;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A segment as it goes into the tables. Encoding needs no connection, so several threads can encode while one writes.
 *
 * @param columns content of each field's column, in the order of {@code fields}
 * @param sources how many events each source has in the segment
 */
record EncodedSegment(String dataset, int events, long minTime, long maxTime, byte[] origin, List<Field> fields, List<byte[]> columns,
        SortedMap<Integer, Integer> sources) {
    /** Columns smaller than this are stored again rather than referred to: the row would be as big. */
    private static final int MIN_SHARED = 24;

    static EncodedSegment of(Segment segment) {
        if (segment.size() == 0) {
            throw new IllegalArgumentException("a segment has at least one event");
        }
        long min = Time.NONE;
        long max = Time.NONE;
        SortedMap<Integer, Integer> sources = new TreeMap<>();
        for (int i = 0; i < segment.size(); i++) {
            long time = segment.time(i);
            min = min == Time.NONE || (time != Time.NONE && time < min) ? time : min;
            max = Math.max(max, time);
            sources.merge(segment.provenance().source(i), 1, Integer::sum);
        }
        return new EncodedSegment(segment.dataset(), segment.size(), min, max, OriginCodec.encode(segment.provenance()), segment.fields(),
                SegmentCodec.encode(segment), sources);
    }

    /** Inserts the rows; answers the number of the first event. */
    long insert(Connection connection, FieldNumbers numbers) throws SQLException {
        long first = Sql.number(connection, "SELECT coalesce(max(first_event + events), 1) FROM segment");
        insert(connection, numbers, first, nextId(connection));
        return first;
    }

    /** A number that no segment has had since the newest was stored. */
    static long nextId(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM segment");
    }

    /** Inserts the rows; the segment has this number, its first event that one. */
    void insert(Connection connection, FieldNumbers numbers, long first, long id) throws SQLException {
        int[] ids = new int[fields.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = numbers.number(connection, dataset, fields.get(i));
        }
        Sql.update(connection, """
                INSERT INTO segment (id, first_event, events, dataset, min_time, max_time, origin, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, first, events, dataset, Ticks.column(minTime), Ticks.column(maxTime), origin, bytes(ids));
        insertSources(connection, id);
        insertColumns(connection, id, ids);
    }

    /** Deletes the rows of a segment. */
    static void delete(Connection connection, int segment) throws SQLException {
        byte[] fields = Sql.one(connection, "SELECT fields FROM segment WHERE id = ?", row -> row.getBytes(1), segment).orElse(new byte[0]);
        try (Sql.Batch batch = new Sql.Batch(connection, "DELETE FROM segment_column WHERE id = ?")) {
            for (int field : ids(fields)) {
                batch.run(row(field, segment));
            }
        }
        Sql.update(connection, "DELETE FROM segment_source WHERE segment = ?", segment);
        Sql.update(connection, "DELETE FROM segment WHERE id = ?", segment);
    }

    private void insertSources(Connection connection, long segment) throws SQLException {
        try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO segment_source (source, segment, events) VALUES (?, ?, ?)")) {
            for (Map.Entry<Integer, Integer> source : sources.entrySet()) {
                batch.run(source.getKey(), segment, source.getValue());
            }
        }
    }

    private void insertColumns(Connection connection, long segment, int[] ids) throws SQLException {
        Map<Content, Long> stored = new HashMap<>();
        try (Sql.Batch batch = new Sql.Batch(connection, "INSERT INTO segment_column (id, same_as, content) VALUES (?, ?, ?)")) {
            for (int i = 0; i < ids.length; i++) {
                byte[] content = columns.get(i);
                long row = row(ids[i], segment);
                Long same = content.length < MIN_SHARED ? null : stored.putIfAbsent(new Content(content), row);
                batch.run(row, same, same == null ? content : null);
            }
        }
    }

    /** Bytes that are equal where they are the same. */
    private record Content(byte[] bytes) {
        @Override public boolean equals(Object other) {
            return other instanceof Content content && Arrays.equals(bytes, content.bytes);
        }

        @Override public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** The row of a column: a field's columns of all segments are neighbours. */
    static long row(int field, long segment) {
        return (long) field << 32 | segment;
    }

    /** Field numbers as four bytes each, big-endian, ascending. */
    private static byte[] bytes(int[] ids) {
        int[] sorted = ids.clone();
        Arrays.sort(sorted);
        ByteBuffer bytes = ByteBuffer.allocate(sorted.length * Integer.BYTES);
        for (int id : sorted) {
            bytes.putInt(id);
        }
        return bytes.array();
    }

    /** The reverse of what is stored in {@code segment.fields}. */
    static int[] ids(byte[] bytes) {
        int[] ids = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(ids);
        return ids;
    }
}
