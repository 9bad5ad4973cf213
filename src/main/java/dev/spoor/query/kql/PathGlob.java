package dev.spoor.query.kql;

import dev.spoor.query.expr.Glob;
import java.util.List;

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

    /** Whether a whole path matches a pattern of literals and "any". */
    static boolean matches(Glob glob, String path) {
        List<Glob.Piece> pieces = glob.pieces();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Glob.Literal(String text))) {
                continue;
            }
            boolean last = i == pieces.size() - 1;
            int found = i == 0 ? 0 : last ? path.length() - text.length() : path.indexOf(text, at);
            if (found < at || !path.startsWith(text, found)) {
                return false;
            }
            at = found + text.length();
        }
        return at == path.length() || (!pieces.isEmpty() && pieces.getLast() == Glob.Wildcard.ANY);
    }
}
