package dev.spoor.query.kql;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.text.Span;

/**
 * A field name or value of a query, unescaped.
 *
 * @param glob   its characters and wildcards
 * @param quoted whether it stood in quotes; then it has no wildcards
 * @param span   where it stands, with its quotes
 */
record KqlText(Glob glob, boolean quoted, Span span) {
    /** Whether it has a wildcard. */
    boolean wildcard() {
        return glob.pieces().contains(Glob.Wildcard.ANY);
    }

    /** Whether it is nothing but a wildcard. */
    boolean anything() {
        return glob.equals(Glob.ALL);
    }

    /** Its characters, wildcards as {@code *}. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Glob.Piece piece : glob.pieces()) {
            text.append(piece instanceof Glob.Literal(String literal) ? literal : "*");
        }
        return text.toString();
    }
}
