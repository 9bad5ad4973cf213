package dev.spoor.store;

import dev.spoor.event.Time;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Times in columns: ticks, NULL for none. */
final class Ticks {
    private Ticks() {}

    static Long column(long ticks) {
        return ticks == Time.NONE ? null : ticks;
    }

    static long read(ResultSet row, String column) throws SQLException {
        long ticks = row.getLong(column);
        return row.wasNull() ? Time.NONE : ticks;
    }
}
