package dev.spoor.indicator;

/**
 * How much is read.
 *
 * @param indicators of all files together
 * @param fileBytes  of a JSON file
 * @param depth      nesting of JSON
 */
public record IndicatorLimits(int indicators, long fileBytes, int depth) {
    /** A million indicators; files of a quarter of a gigabyte. */
    public static final IndicatorLimits STANDARD = new IndicatorLimits(1_000_000, 256L << 20, 64);
}
