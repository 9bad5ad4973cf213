package dev.spoor.query.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table in which values are looked up by other values. Immutable.
 *
 * @param definition what is said about it
 * @param columns    names of its columns
 * @param rows       each with as many values as there are columns; an empty text is no value
 */
public record LookupTable(Definition definition, List<String> columns, List<List<String>> rows) {
    /** How the values of a column agree with those that are looked up. */
    public enum Agreement {
        /** They are equal. */
        EXACT,
        /** The table's value is a pattern with {@code *}. */
        WILDCARD,
        /** The table's value is a block of addresses. */
        SUBNET
    }

    /**
     * What is said about a table.
     *
     * @param name          how queries call it
     * @param agreements    columns that are not compared exactly
     * @param caseSensitive whether case counts
     * @param least         fewer matches than this are filled up with {@code otherwise}
     * @param most          more matches than this are left out
     * @param otherwise     what stands for a match that is missing
     * @param gap           what the table lacks here, as a sentence; empty where it is complete
     */
    public record Definition(String name, Map<String, Agreement> agreements, boolean caseSensitive, int least, int most, Optional<String> otherwise, Optional<String> gap) {
        public Definition {
            agreements = Map.copyOf(agreements);
        }
    }

    public LookupTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Tables may be long: their hash is that of what is said about them. */
    @Override public int hashCode() {
        return definition.hashCode() * 31 + rows.size();
    }

    @Override public boolean equals(Object other) {
        return this == other || other instanceof LookupTable table && definition.equals(table.definition) && columns.equals(table.columns) && rows.equals(table.rows);
    }
}
