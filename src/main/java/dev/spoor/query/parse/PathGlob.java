package dev.spoor.query.parse;

import dev.spoor.query.expr.Glob;

/** Field names with wildcards. */
public final class PathGlob {
    private PathGlob() {}

    /** A pattern behind a fixed beginning. */
    public static Glob under(String prefix, Glob glob) {
        Glob.Builder whole = new Glob.Builder();
        whole.literal(prefix);
        for (Glob.Piece piece : glob.pieces()) {
            switch (piece) {
                case Glob.Literal(String text) -> whole.literal(text);
                case Glob.Wildcard.ANY -> whole.any();
                case Glob.Wildcard.ONE -> whole.one();
            }
        }
        return whole.build();
    }

    /** A pattern as people write it, with {@code *} and {@code ?}. */
    public static String text(Glob glob) {
        StringBuilder text = new StringBuilder();
        for (Glob.Piece piece : glob.pieces()) {
            switch (piece) {
                case Glob.Literal(String literal) -> text.append(literal);
                case Glob.Wildcard.ANY -> text.append('*');
                case Glob.Wildcard.ONE -> text.append('?');
            }
        }
        return text.toString();
    }
}
