package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of values. Immutable. */
public record ResultTable(List<Column> columns, List<ResultRow> rows) {
    /**
     * A column.
     *
     * @param type {@code long}, {@code double}, {@code boolean}, {@code date} or {@code keyword} after the values in it, {@code null} where there are none
     */
    public record Column(String name, String type) {}

    /**
     * A row.
     *
     * @param values       in the order of the columns; null, {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code java.time.Instant} or a
     *                     {@code List} of these
     * @param contributors the events that went into it
     */
    public record ResultRow(List<Object> values, Contributors contributors) {
        public ResultRow {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A row as column to value, in column order. */
    public Map<String, Object> values(ResultRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), row.values().get(i));
        }
        return values;
    }
}
