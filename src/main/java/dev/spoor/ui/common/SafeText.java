package dev.spoor.ui.common;

import java.util.Locale;

/**
 * Makes values from logs and rule files harmless to look at: control characters (with NUL and the escape of terminal colours), marks that turn the
 * direction of writing, invisible characters and broken surrogates become visible, so that nothing can hide in a value or pretend to be another one.
 */
public final class SafeText {
    /** How many characters of a value are shown before the reader asks for all. */
    public static final int SHORT = 600;

    private SafeText() {}

    /** A value on one line: line breaks and tabs are shown as signs. */
    public static String line(String value) {
        return neutral(value, false);
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
        } else if (c < ' ') {
            out.append(lines && c == '\r' && beforeNewline ? "" : control(c));
        } else if (hidden(c)) {
            out.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static String control(int c) {
        return switch (c) {
            case 0 -> "‹NUL›";
            case '\t' -> "‹TAB›";
            case '\n' -> "‹LF›";
            case '\r' -> "‹CR›";
            case 0x1b -> "‹ESC›";
            default -> String.format(Locale.ROOT, "‹U+%04X›", c);
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
