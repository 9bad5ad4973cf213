package dev.spoor.query.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A table in which values are looked up by other values. Its rows are read when they are first asked for. Equal only to itself. Thread-safe.
 */
public final class LookupTable {
    private final Definition definition;
    private final Supplier<Content> source;
    private Content content;

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

    /** The columns and the rows, each with as many values as there are columns. */
    public record Content(List<String> columns, List<List<String>> rows) {
        /** A table of nothing. */
        public static final Content NONE = new Content(List.of(), List.of());

        public Content {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A table.
     *
     * @param source reads it; called once
     */
    public LookupTable(Definition definition, Supplier<Content> source) {
        this.definition = definition;
        this.source = source;
    }

    public Definition definition() {
        return definition;
    }

    /** The table's content. */
    public synchronized Content content() {
        if (content == null) {
            content = source.get();
        }
        return content;
    }
}
