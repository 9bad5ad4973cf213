package dev.spoor.query.parse;

/**
 * An end of a range as a query writes it.
 *
 * @param text      the value, unescaped
 * @param inclusive whether the value itself belongs to the range
 */
public record Limit(String text, boolean inclusive) {}
