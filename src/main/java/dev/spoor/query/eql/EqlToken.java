package dev.spoor.query.eql;

import dev.spoor.query.text.Span;

/**
 * A token of a query.
 *
 * @param text the word, the name without back quotes, the string unescaped, the number's literal, the sign; empty for END
 */
record EqlToken(Kind kind, String text, Span span) {
    /** Sorts of tokens. */
    enum Kind {
        /** A name, function or keyword. */
        WORD,
        /** A word with {@code ~} behind it, which is not part of the text: {@code in~}, {@code startsWith~}. */
        TILDE_WORD,
        /** A name in back quotes. */
        NAME,
        /** A string. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number with a point or an exponent. */
        DECIMAL,
        /** An operator, bracket or comma. */
        SIGN,
        /** The end of the query. */
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean tilde(String word) {
        return kind == Kind.TILDE_WORD && text.equals(word);
    }

    /** How a message calls it. */
    String shown() {
        return switch (kind) {
            case WORD, SIGN, INTEGER, DECIMAL -> "\"" + text + "\"";
            case TILDE_WORD -> "\"" + text + "~\"";
            case NAME -> "`" + text + "`";
            case TEXT -> "the string \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
            case END -> "the end of the query";
        };
    }
}
