package dev.spoor.query.text;

/**
 * Something wrong with a query, told to the person who wrote it.
 *
 * @param kind    what sort of wrong
 * @param message what was found, what was expected and what to do, without the position
 * @param line    1-based line
 * @param column  1-based column, in characters of that line
 */
public record Diagnostic(Kind kind, String message, int line, int column) {
    /** The sorts of CLI.md's {@code error.kind}. */
    public enum Kind {
        SYNTAX, SEMANTIC, UNSUPPORTED, LIMIT
    }

    /** A diagnostic at an offset of a text. */
    public static Diagnostic at(Kind kind, String text, int offset, String message) {
        int line = 1;
        int begin = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return new Diagnostic(kind, message, line, end - begin + 1);
    }

    @Override public String toString() {
        return line + ":" + column + ": " + message;
    }
}
