package dev.spoor.cli;

import java.util.Locale;

/** Text from logs, rules and file names made safe to print: nothing in it can steer a terminal, turn the direction of writing, or hide. */
final class PlainText {
    private PlainText() {}

    /** On one line; control characters become blanks, what would take effect otherwise is shown by its number. */
    static String line(String text) {
        return replaced(text, false);
    }

    /** The same, but line ends stay; for messages that have several lines. */
    static String lines(String text) {
        return replaced(text, true);
    }

    /** At most so many characters of a line; a cut is marked by an ellipsis. */
    static String line(String text, int length) {
        return text.length() <= length ? line(text) : line(text.substring(0, length - 1)) + "…";
    }

    /**
     * JSON as text: what could take effect is escaped, so the value stays the same. Below the blank JSON
     * has only its own line ends, and the others only inside strings.
     */
    static String json(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1));
            if (!pair && c >= ' ' && effective(c)) {
                out = out == null ? new StringBuilder(json.length() + 16).append(json, 0, i) : out;
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                continue;
            }
            if (out != null) {
                out.append(c);
            }
            if (pair) {
                i++;
                if (out != null) {
                    out.append(json.charAt(i));
                }
            }
        }
        return out == null ? json : out.toString();
    }

    private static String replaced(String text, boolean lines) {
        StringBuilder out = null;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            boolean blank = c < ' ' || c == 0x7f;
            if ((!lines || c != '\n') && (blank || effective(c))) {
                out = out == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : out;
                out.append(blank ? " " : String.format(Locale.ROOT, "\u27e8U+%04X\u27e9", c));
            } else if (out != null) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out == null ? text : out.toString();
    }

    /** Control characters, direction marks, invisible characters, line separators and halves of pairs. */
    private static boolean effective(int c) {
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        return Character.isISOControl(c) || c == 0x061c || c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2060 && c <= 0x206f || c == 0xfeff
                || c == 0xfffe || c == 0xffff || Character.getType(c) == Character.SURROGATE;
    }
}
