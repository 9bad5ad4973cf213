package dev.spoor.report;

/**
 * Values from logs made safe to read: control characters, escape sequences and characters that turn the direction of text are shown by name instead of
 * taking effect. Line ends and tabs stay.
 */
final class VisibleText {
    private VisibleText() {}

    static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (harmless(c)) {
                if (out != null) {
                    out.appendCodePoint(c);
                }
            } else {
                if (out == null) {
                    out = new StringBuilder(text.substring(0, i));
                }
                out.append("\u27e8U+").append(String.format(java.util.Locale.ROOT, "%04X", c)).append('\u27e9');
            }
            i += Character.charCount(c);
        }
        return out == null ? text : out.toString();
    }

    private static boolean harmless(int c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return true;
        }
        boolean direction = c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !direction && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && c != 0xFEFF && c != 0x200B && c != 0xFFFE && c != 0xFFFF;
    }
}
