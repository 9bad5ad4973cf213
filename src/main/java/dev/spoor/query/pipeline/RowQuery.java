package dev.spoor.query.pipeline;

import java.util.Map;

/** Makes a pipeline out of a row: what is asked depends on the row's values. */
@FunctionalInterface
public interface RowQuery {
    /**
     * The pipeline for a row.
     *
     * @param row column to value
     * @throws IllegalArgumentException if no query comes of these values; the message says why
     */
    Pipeline of(Map<String, Object> row);
}
