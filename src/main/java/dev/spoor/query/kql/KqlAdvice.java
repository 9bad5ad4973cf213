package dev.spoor.query.kql;

import dev.spoor.query.kql.KqlToken.Kind;

/** Words the parser's complaints: what was found, what was expected, and what may have been meant. */
final class KqlAdvice {
    private KqlAdvice() {}

    /**
     * @param found    the token that does not fit
     * @param expected what would have fitted, as a noun
     * @param begin    whether a condition or value should have begun here, rather than ended
     */
    static String message(String query, KqlToken found, String expected, boolean begin) {
        return "Expected " + expected + ", found " + shown(query, found) + "." + advice(found.kind(), begin);
    }

    private static String shown(String query, KqlToken token) {
        if (!token.kind().text()) {
            return token.kind().words();
        }
        String text = query.substring(token.span().start(), token.span().end());
        String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return token.kind() == Kind.QUOTED ? "the quoted text " + cut : "\"" + cut + "\"";
    }

    private static String advice(Kind kind, boolean begin) {
        return switch (kind) {
            case NOT -> begin
                    ? " Only one \"not\" can stand before a condition, and before values it needs brackets: field:(not x); write a backslash before the word to search for it."
                    : " A value that holds the word needs quotes, or a backslash before the word.";
            case AND, OR -> begin
                    ? " An operator stands between two complete conditions; write a backslash before the word to search for it."
                    : " A value that holds the word needs quotes, or a backslash before the word.";
            case COLON -> begin ? " A colon stands between a field and its value." : " A colon inside a value needs quotes around the value, or a backslash before the colon.";
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> begin
                    ? " A comparison has a field before it and one value behind it, without a colon: bytes > 1000." : " Only one comparison can follow a field.";
            case TEXT, QUOTED -> " A quote inside a quoted value needs a backslash before it.";
            case OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE -> " A bracket that belongs to a value needs quotes around the value, or a backslash before it.";
            case END -> "";
        };
    }
}
