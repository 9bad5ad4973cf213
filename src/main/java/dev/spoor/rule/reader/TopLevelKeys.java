package dev.spoor.rule.reader;

/** Looks for the keys of a YAML document's outermost map without reading the document. */
public final class TopLevelKeys {
    private TopLevelKeys() {}

    /** Whether a line begins with one of some keys and a colon. */
    public static boolean any(String text, String... keys) {
        int line = 0;
        while (line >= 0 && line < text.length()) {
            for (String key : keys) {
                if (text.startsWith(key, line) && behind(text, line + key.length()) == ':') {
                    return true;
                }
            }
            int end = text.indexOf('\n', line);
            line = end < 0 ? -1 : end + 1;
        }
        return false;
    }

    /** The key that a line begins with, if a colon follows that ends the line or has a blank behind it; else empty. */
    public static String of(String line) {
        int end = 0;
        while (end < line.length() && inKey(line.charAt(end), end)) {
            end++;
        }
        int colon = blanks(line, end);
        boolean key = end > 0 && colon < line.length() && line.charAt(colon) == ':' && (colon + 1 == line.length() || Character.isWhitespace(line.charAt(colon + 1)));
        return key ? line.substring(0, end) : "";
    }

    private static boolean inKey(char c, int at) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || at > 0 && (c == '-' || c >= '0' && c <= '9');
    }

    /** The first character behind blanks, or 0. */
    private static char behind(String text, int from) {
        int at = blanks(text, from);
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
