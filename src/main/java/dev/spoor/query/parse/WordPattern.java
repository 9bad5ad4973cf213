package dev.spoor.query.parse;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.WordMode;
import dev.spoor.query.expr.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A pattern on a text field: its blank-separated parts are asked for one by one, in lower case, and any of them will do. */
public final class WordPattern {
    private WordPattern() {}

    /** The test of a pattern on the words of a text. */
    static ValueTest test(Glob pattern) {
        List<ValueTest> tests = parts(pattern).stream().map(WordPattern::part).toList();
        if (tests.size() == 1) {
            return tests.getFirst();
        }
        return new ValueTest.Negated(new ValueTest.Every(tests.stream().<ValueTest>map(ValueTest.Negated::new).toList()));
    }

    /** The parts of a pattern between blanks, as they are written. */
    public static List<Glob> parts(Glob pattern) {
        List<Glob> parts = new ArrayList<>();
        Glob.Builder part = new Glob.Builder();
        for (Glob.Piece piece : pattern.pieces()) {
            switch (piece) {
                case Glob.Wildcard.ANY -> part.any();
                case Glob.Wildcard.ONE -> part.one();
                case Glob.Literal(String text) -> {
                    for (int i = 0; i < text.length(); i++) {
                        if (Character.isWhitespace(text.charAt(i))) {
                            close(part, parts);
                            part = new Glob.Builder();
                        } else {
                            part.literal(text.charAt(i));
                        }
                    }
                }
            }
        }
        close(part, parts);
        return parts;
    }

    private static void close(Glob.Builder part, List<Glob> parts) {
        Glob glob = part.build();
        if (!glob.pieces().isEmpty()) {
            parts.add(glob);
        }
    }

    private static ValueTest part(Glob glob) {
        if (glob.pieces().size() == 1 && glob.pieces().getFirst() instanceof Glob.Literal(String text)) {
            return new ValueTest.HasWords(Words.of(text), WordMode.ANY);
        }
        Glob.Builder lower = new Glob.Builder();
        for (Glob.Piece piece : glob.pieces()) {
            switch (piece) {
                case Glob.Wildcard.ANY -> lower.any();
                case Glob.Wildcard.ONE -> lower.one();
                case Glob.Literal(String text) -> lower.literal(text.toLowerCase(Locale.ROOT));
            }
        }
        return new ValueTest.WordLike(lower.build());
    }
}
