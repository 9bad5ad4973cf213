package dev.spoor.ui.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes values from logs and rule files harmless to look at: control characters (with NUL and the escape of terminal colours), marks that turn the
 * direction of writing, invisible characters and broken surrogates become visible, so that nothing can hide in a value or pretend to be another one.
 */
public final class SafeText {
    /** How many characters of a value are shown before the reader asks for all. */
    public static final int SHORT = 600;

    private SafeText() {}

    /** A value on one line: line breaks and tabs are shown by their names. */
    public static String line(String value) {
        return neutral(value, false);
    }

    /**
     * A piece of a line.
     *
     * @param named whether it names characters that cannot be seen, instead of showing some
     */
    public record Part(String text, boolean named) {}

    /** A value as by {@link #line}, in pieces, so that the names of characters can be told from characters. */
    public static List<Part> parts(String value) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            int start = at;
            boolean named = hidden(value.codePointAt(at));
            while (at < value.length() && hidden(value.codePointAt(at)) == named) {
                at += Character.charCount(value.codePointAt(at));
            }
            parts.add(new Part(line(value.substring(start, at)), named));
        }
        return parts;
    }

    /** A text of several lines: line breaks and tabs stay. */
    public static String block(String value) {
        return neutral(value, true);
    }

    /** At most {@code length} characters of a line, the cut marked by an ellipsis. */
    public static String line(String value, int length) {
        int end = Math.min(value.length(), length);
        return end == value.length() ? line(value) : line(value.substring(0, whole(value, end))) + "…";
    }

    /** The place at or before {@code end} at which no pair of surrogates is cut. */
    public static int whole(String value, int end) {
        return end > 0 && end < value.length() && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end;
    }

    private static String neutral(String value, boolean lines) {
        int at = 0;
        while (at < value.length() && plain(value.charAt(at))) {
            at++;
        }
        if (at == value.length()) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16).append(value, 0, at);
        while (at < value.length()) {
            int c = value.codePointAt(at);
            at += Character.charCount(c);
            append(out, c, lines, at < value.length() && value.charAt(at) == '\n');
        }
        return out.toString();
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f;
    }

    private static void append(StringBuilder out, int c, boolean lines, boolean beforeNewline) {
        if (lines && (c == '\n' || c == '\t')) {
            out.appendCodePoint(c);
        } else if (c == '\r' && beforeNewline) {
            if (!lines) {
                out.append("‹CR›");
            }
        } else if (hidden(c)) {
            out.append('‹').append(name(c)).append('›');
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Names rather than the signs of Unicode's "control pictures", which few fonts have. */
    private static String name(int c) {
        return switch (c) {
            case 0 -> "NUL";
            case '\t' -> "TAB";
            case '\n' -> "LF";
            case '\r' -> "CR";
            case 0x1b -> "ESC";
            case 0x7f -> "DEL";
            default -> String.format("U+%04X", c);
        };
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }
}
