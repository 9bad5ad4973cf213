package dev.spoor.query.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over a whole text, made of literal pieces, "any characters" (also none, also line ends) and "any one character" (a code point).
 *
 * @param pieces never two literals or two {@code ANY} in a row
 */
public record Glob(List<Piece> pieces) {
    /** A part of a pattern. */
    public sealed interface Piece permits Literal, Wildcard {}

    /** Characters that stand for themselves; not empty. */
    public record Literal(String text) implements Piece {}

    /** A wildcard. */
    public enum Wildcard implements Piece {
        /** Any number of characters. */
        ANY,
        /** Exactly one character. */
        ONE
    }

    public Glob {
        pieces = List.copyOf(pieces);
    }

    /** The pattern that matches everything. */
    public static final Glob ALL = new Glob(List.of(Wildcard.ANY));

    /** A builder that joins neighbouring literals and folds repeated {@code ANY}. */
    public static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();

        public Builder literal(char c) {
            literal.append(c);
            return this;
        }

        public Builder literal(CharSequence text) {
            literal.append(text);
            return this;
        }

        public Builder any() {
            flush();
            if (pieces.isEmpty() || pieces.getLast() != Wildcard.ANY) {
                pieces.add(Wildcard.ANY);
            }
            return this;
        }

        public Builder one() {
            flush();
            pieces.add(Wildcard.ONE);
            return this;
        }

        public Glob build() {
            flush();
            return new Glob(pieces);
        }

        private void flush() {
            if (!literal.isEmpty()) {
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
