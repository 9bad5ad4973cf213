package dev.spoor.exec.run;

/**
 * How much a pipeline may hold in memory.
 *
 * @param rows   rows held at once by one step, and rows of the result
 * @param values values that the measures of one aggregation hold ({@code values}, {@code list}, {@code dc}, percentiles)
 */
public record RunLimits(long rows, long values) {
    /** One million rows, five million values. */
    public static final RunLimits STANDARD = new RunLimits(1_000_000, 5_000_000);
}
