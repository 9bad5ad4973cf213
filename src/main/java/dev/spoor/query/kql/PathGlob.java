package dev.spoor.query.kql;

import dev.spoor.query.expr.Glob;

/** Field names with wildcards. */
final class PathGlob {
    private PathGlob() {}

    /** A pattern behind a fixed beginning. */
    static Glob under(String prefix, Glob glob) {
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
}
