package dev.spoor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements with bound values. Values are {@code null}, String, Integer, Long, Boolean (as 0 or 1) or {@code byte[]}. */
final class Sql {
    private Sql() {}

    /** Makes an object of the row that the result stands on; must not move it. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** One statement run many times. */
    static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;

        Batch(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        int run(Object... values) throws SQLException {
            bind(statement, values);
            return statement.executeUpdate();
        }

        @Override public void close() throws SQLException {
            statement.close();
        }
    }

    static <T> List<T> list(Connection connection, String sql, RowMapper<T> mapper, Object... values) throws SQLException {
        List<T> result = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(mapper.map(rows));
                }
            }
        }
        return result;
    }

    /** Takes a row, on which the result stands; must not move it. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException, StoreException;
    }

    /** Shows all rows, one after the other. */
    static void each(Connection connection, String sql, RowTaker taker, Object... values) throws SQLException, StoreException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    static <T> Optional<T> one(Connection connection, String sql, RowMapper<T> mapper, Object... values) throws SQLException {
        List<T> rows = list(connection, sql, mapper, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The number that a statement like {@code SELECT count(*)} answers; 0 for NULL. */
    static long number(Connection connection, String sql, Object... values) throws SQLException {
        return one(connection, sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Answers how many rows were changed. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (Batch batch = new Batch(connection, sql)) {
            return batch.run(values);
        }
    }

    /** Runs statements that take no values: PRAGMAs, BEGIN and COMMIT, a migration. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> throw new IllegalArgumentException("no SQL value: " + values[i].getClass());
            }
        }
    }
}
