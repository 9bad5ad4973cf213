package dev.spoor.query.kql;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.text.Span;

/**
 * A token of a query.
 *
 * @param kind what it is
 * @param text a TEXT's or QUOTED's unescaped content; of other tokens without pieces
 * @param span where it stands
 */
record KqlToken(Kind kind, Glob text, Span span) {
    /** The sorts of tokens, with what people call them. */
    enum Kind {
        TEXT("text"), QUOTED("quoted text"), OPEN("\"(\""), CLOSE("\")\""), OPEN_BRACE("\"{\""), CLOSE_BRACE("\"}\""), COLON("\":\""), LESS("\"<\""),
        LESS_OR_EQUAL("\"<=\""), GREATER("\">\""), GREATER_OR_EQUAL("\">=\""), AND("\"and\""), OR("\"or\""), NOT("\"not\""), END("the end of the query");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean text() {
            return this == TEXT || this == QUOTED;
        }

        boolean compares() {
            return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
        }
    }

    KqlText asText() {
        return new KqlText(text, kind == Kind.QUOTED, span);
    }
}
