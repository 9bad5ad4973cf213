package dev.spoor.exec;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Glob.Literal;
import dev.spoor.query.expr.Glob.Piece;
import dev.spoor.query.expr.Glob.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches a glob against whole texts. The pattern is cut at {@code ANY} into runs of literals and {@code ONE}s: the first run stands at the begin, the last at the
 * end, and the others are looked for from left to right, each as early as it goes, so nothing is ever tried twice.
 */
final class GlobMatcher {
    private final List<List<Piece>> runs = new ArrayList<>();

    /** The glob must be folded already if the texts are. */
    GlobMatcher(Glob glob) {
        List<Piece> run = new ArrayList<>();
        for (Piece piece : glob.pieces()) {
            if (piece == Wildcard.ANY) {
                runs.add(run);
                run = new ArrayList<>();
            } else {
                run.add(piece);
            }
        }
        runs.add(run);
    }

    /** The same glob with folded literals. */
    static Glob fold(Glob glob) {
        return new Glob(glob.pieces().stream().map(piece -> piece instanceof Literal(String text) ? new Literal(CaseFolding.fold(text)) : piece).toList());
    }

    boolean matches(String text) {
        int at = runAt(runs.getFirst(), text, 0);
        if (runs.size() == 1) {
            return at == text.length();
        }
        for (int i = 1; i < runs.size() - 1 && at >= 0; i++) {
            at = find(runs.get(i), text, at);
        }
        return at >= 0 && endsWith(runs.getLast(), text, at);
    }

    /** Where a run ends that begins at a place; -1 where it does not match there. */
    private static int runAt(List<Piece> run, String text, int begin) {
        int at = begin;
        for (Piece piece : run) {
            if (piece instanceof Literal(String literal)) {
                if (!text.startsWith(literal, at)) {
                    return -1;
                }
                at += literal.length();
            } else {
                if (at >= text.length()) {
                    return -1;
                }
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return at;
    }

    /** Where the first match of a run at or behind a place ends; -1 for none. */
    private static int find(List<Piece> run, String text, int from) {
        if (run.isEmpty()) {
            return from;
        }
        int begin = from;
        while (begin <= text.length()) {
            if (run.getFirst() instanceof Literal(String literal)) {
                begin = text.indexOf(literal, begin);
                if (begin < 0) {
                    return -1;
                }
            }
            int end = runAt(run, text, begin);
            if (end >= 0) {
                return end;
            }
            begin += begin < text.length() ? Character.charCount(text.codePointAt(begin)) : 1;
        }
        return -1;
    }

    /** Whether a run matches the end of the text, not beginning before a place. */
    private static boolean endsWith(List<Piece> run, String text, int from) {
        int at = text.length();
        for (int i = run.size() - 1; i >= 0; i--) {
            if (run.get(i) instanceof Literal(String literal)) {
                at -= literal.length();
                if (at < from || !text.startsWith(literal, at)) {
                    return false;
                }
            } else {
                if (at <= from) {
                    return false;
                }
                at -= Character.charCount(text.codePointBefore(at));
            }
        }
        return at >= from;
    }
}
