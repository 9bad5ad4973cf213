package dev.spoor.query.sigma;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.util.List;
import java.util.Optional;

/**
 * Texts of Sigma: {@code *} is any text, {@code ?} any character, {@code \} before one of these or before another backslash takes its meaning away, and stands for itself elsewhere.
 */
final class Wildcards {
    private Wildcards() {}

    static Glob read(String text) {
        Glob.Builder glob = new Glob.Builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                glob.literal(text.charAt(++i));
            } else if (c == '*') {
                glob.any();
            } else if (c == '?') {
                glob.one();
            } else {
                glob.literal(c);
            }
        }
        return glob.build();
    }

    /** The text that stands for itself, or empty where the pattern has wildcards. */
    static Optional<String> plain(Glob glob) {
        return switch (glob.pieces()) {
            case List<Glob.Piece> none when none.isEmpty() -> Optional.of("");
            case List<Glob.Piece> one when one.size() == 1 && one.getFirst() instanceof Glob.Literal(String text) -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    static Glob literal(String text) {
        return new Glob.Builder().literal(text).build();
    }

    /** The pattern with any text before or behind it. */
    static Glob open(Glob glob, boolean before, boolean behind) {
        Glob.Builder open = new Glob.Builder();
        if (before) {
            open.any();
        }
        append(open, glob);
        if (behind) {
            open.any();
        }
        return open.build();
    }

    static void append(Glob.Builder builder, Glob glob) {
        for (Glob.Piece piece : glob.pieces()) {
            switch (piece) {
                case Glob.Literal(String text) -> builder.literal(text);
                case Glob.Wildcard wildcard when wildcard == Glob.Wildcard.ANY -> builder.any();
                case Glob.Wildcard _ -> builder.one();
            }
        }
    }

    static ValueTest test(Glob glob, boolean cased) {
        return plain(glob).<ValueTest>map(text -> new ValueTest.Equal(text, !cased)).orElseGet(() -> new ValueTest.Like(glob, !cased));
    }
}
