package dev.spoor.query.text;

/**
 * A range of characters of a query, from {@code start} (inclusive) to {@code end} (exclusive), counted from 0 in UTF-16 units.
 */
public record Span(int start, int end) {
    /** A node that no text stands for. */
    public static final Span NONE = new Span(0, 0);

    /** The smallest span that covers both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
