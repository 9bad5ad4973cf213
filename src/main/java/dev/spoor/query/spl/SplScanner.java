package dev.spoor.query.spl;

import java.util.Locale;

/** Reads a stretch of the expanded text from left to right. Not thread-safe. */
final class SplScanner {
    private final String text;
    private final int end;
    private int position;

    SplScanner(String text, int begin, int end) {
        this.text = text;
        this.position = begin;
        this.end = end;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    int end() {
        return end;
    }

    /** The whole text. */
    String source() {
        return text;
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < end ? text.charAt(position + ahead) : 0;
    }

    void advance() {
        position++;
    }

    void skipBlanks() {
        while (position < end && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** Whether only blanks are left; skips them. */
    boolean atEnd() {
        skipBlanks();
        return position >= end;
    }

    /** Takes a text if it comes next, behind blanks. */
    boolean accept(String symbol) {
        skipBlanks();
        if (text.startsWith(symbol, position) && position + symbol.length() <= end) {
            position += symbol.length();
            return true;
        }
        return false;
    }

    void expect(String symbol, String where) throws SplProblem {
        if (!accept(symbol)) {
            throw unexpected("'" + symbol + "' " + where);
        }
    }

    /** Whether a word comes next, in any case, not followed by another letter, digit, {@code _} or dot. */
    boolean looksAtWord(String word) {
        skipBlanks();
        int after = position + word.length();
        return after <= end && text.regionMatches(true, position, word, 0, word.length()) && (after == end || !isNamePart(text.charAt(after)));
    }

    boolean acceptWord(String word) {
        if (looksAtWord(word)) {
            position += word.length();
            return true;
        }
        return false;
    }

    /** Takes the quoted text that begins here, and gives what it says. */
    String quoted() throws SplProblem {
        int begin = position;
        if (!Quotes.closed(text, begin) || Quotes.end(text, begin) > end) {
            throw SplProblem.syntax(begin, "the text that begins here has no closing quote");
        }
        position = Quotes.end(text, begin);
        return Quotes.content(text.substring(begin + 1, position - 1));
    }

    /** Takes characters up to a blank or one of these; a quote behind a backslash is none of them. */
    String bare(String stops) {
        int begin = position;
        while (position < end && !Character.isWhitespace(text.charAt(position)) && stops.indexOf(text.charAt(position)) < 0) {
            boolean escaped = text.charAt(position) == '\\' && position + 1 < end && text.charAt(position + 1) == '"';
            position += escaped ? 2 : 1;
        }
        return text.substring(begin, position);
    }

    /** What stands here, for messages. */
    String found() {
        skipBlanks();
        if (position >= end) {
            return "the end of the command";
        }
        int stop = position + 1;
        while (stop < end && stop - position < 30 && isNamePart(text.charAt(position)) && isNamePart(text.charAt(stop))) {
            stop++;
        }
        return "'" + text.substring(position, stop) + "'";
    }

    SplProblem unexpected(String expected) {
        String found = found();
        return SplProblem.syntax(position, "expected " + expected + ", found " + found);
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '{' || c == '}' || c == '@' || c == ':';
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
