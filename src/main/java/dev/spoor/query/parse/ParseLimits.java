package dev.spoor.query.parse;

/**
 * What a query may ask of a parser. A limit that bites is a diagnostic of kind LIMIT.
 *
 * @param length characters of a query
 * @param depth  brackets within brackets
 * @param errors errors that are listed before the parser gives up
 */
public record ParseLimits(int length, int depth, int errors) {
    /** Far beyond what people write. */
    public static final ParseLimits DEFAULT = new ParseLimits(1_000_000, 200, 20);
}
