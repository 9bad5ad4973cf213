package dev.spoor.query.eql;

import dev.spoor.query.parse.QueryErrors;

/** Reads the strings of a query: {@code "..."} with escapes, {@code """..."""} without. Not thread-safe. */
final class EqlStrings {
    private static final String RAW = "\"\"\"";
    private final String query;
    private final QueryErrors errors;
    /** The line that was looked for last: where it was begun to look, and its end. */
    private int lineFrom = -1;
    private int lineTo = -1;

    EqlStrings(String query, QueryErrors errors) {
        this.query = query;
        this.errors = errors;
    }

    /**
     * A string and where it ends.
     *
     * @param text what it stands for
     * @param end  offset of the first character behind it
     */
    record Read(String text, int end) {}

    /** The string that begins at an offset; an error and the rest of the line where it is none. */
    Read read(int begin) {
        if (query.charAt(begin) == '?' || query.charAt(begin) == '\'') {
            return old(begin);
        }
        return query.startsWith(RAW, begin) ? raw(begin) : escaped(begin);
    }

    private Read raw(int begin) {
        int end = query.indexOf(RAW, begin + RAW.length());
        int line = lineEnd(begin);
        if (end < 0 || end > line) {
            errors.syntax(begin, "This string is never closed; put \"\"\" behind it, on the same line.");
            return new Read(query.substring(begin + RAW.length(), Math.max(line, begin + RAW.length())), Math.max(line, begin + RAW.length()));
        }
        // quotes right before the closing ones belong to the string
        int quotes = 0;
        while (quotes < 2 && end + RAW.length() < query.length() && query.charAt(end + RAW.length()) == '"') {
            end++;
            quotes++;
        }
        return new Read(query.substring(begin + RAW.length(), end), end + RAW.length());
    }

    private Read escaped(int begin) {
        StringBuilder text = new StringBuilder();
        int at = begin + 1;
        int line = lineEnd(begin);
        while (at < line && query.charAt(at) != '"') {
            char c = query.charAt(at);
            at = c == '\\' ? escape(at, text) : at + 1;
            if (c != '\\') {
                text.append(c);
            }
        }
        if (at >= line) {
            errors.syntax(begin, "This string is never closed; put a \" behind it, on the same line, and write \\\" for a quote inside it.");
            return new Read(text.toString(), Math.min(query.length(), Math.max(at, line)));
        }
        return new Read(text.toString(), at + 1);
    }

    /** Takes a backslash and what it escapes; returns the offset behind it. */
    private int escape(int at, StringBuilder text) {
        char c = at + 1 < query.length() ? query.charAt(at + 1) : 0;
        if (c == 'u') {
            return unicode(at, text);
        }
        int place = "btnfr\"'\\".indexOf(c);
        if (place < 0 || c == 0) {
            errors.syntax(at, "A backslash begins \\b \\t \\n \\f \\r \\\" \\' \\\\ or \\u{...}; "
                    + "write \\\\ for the backslash itself, or a string in triple quotes, where it means nothing special.");
            return at + 1;
        }
        text.append("\b\t\n\f\r\"'\\".charAt(place));
        return at + 2;
    }

    private int unicode(int at, StringBuilder text) {
        int close = query.indexOf('}', at);
        String digits = query.startsWith("{", at + 2) && close > 0 ? query.substring(at + 3, Math.min(close, at + 12)) : "";
        boolean hex = digits.length() >= 2 && digits.length() <= 8 && digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        int point = hex ? Integer.parseUnsignedInt(digits, 16) : -1;
        if (!Character.isValidCodePoint(point) || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            errors.syntax(at, "\\u needs the 2 to 8 hexadecimal digits of a character in braces, like \\u{2028}.");
            return at + 2;
        }
        text.appendCodePoint(point);
        return close + 1;
    }

    private Read old(int begin) {
        int quote = query.charAt(begin) == '?' ? begin + 1 : begin;
        errors.syntax(begin, quote > begin ? "Strings like ?\"...\" are no longer part of EQL; put a raw string in triple quotes."
                : "A string stands in double quotes, not in single ones.");
        int at = quote + 1;
        int line = lineEnd(begin);
        while (at < line && query.charAt(at) != query.charAt(quote)) {
            at += query.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, line);
        return new Read(query.substring(Math.min(quote + 1, end), end), Math.min(end + 1, query.length()));
    }

    private int lineEnd(int from) {
        if (from < lineFrom || from > lineTo) {
            lineFrom = from;
            lineTo = from;
            while (lineTo < query.length() && query.charAt(lineTo) != '\n' && query.charAt(lineTo) != '\r') {
                lineTo++;
            }
        }
        return lineTo;
    }
}
