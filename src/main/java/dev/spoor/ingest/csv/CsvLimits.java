package dev.spoor.ingest.csv;

/**
 * What a single row may cost. A row beyond a limit is damaged; the ones behind it are read.
 *
 * @param rowBytes bytes of a row
 * @param columns  columns of a table
 * @param remarks  how many repairs are told in words
 */
public record CsvLimits(int rowBytes, int columns, int remarks) {
    /** Far above anything that exports hold. */
    public static final CsvLimits DEFAULT = new CsvLimits(16 << 20, 10_000, 200);
}
