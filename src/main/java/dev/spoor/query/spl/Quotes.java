package dev.spoor.query.spl;

/** Quoted texts: a backslash keeps the next character from ending them. */
final class Quotes {
    private Quotes() {}

    /** Where the quoted text that begins at a place ends: behind its closing quote, or at the end of the text where it has none. */
    static int end(String text, int begin) {
        char quote = text.charAt(begin);
        int i = begin + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            i += c == '\\' ? 2 : 1;
        }
        return text.length();
    }

    /** Whether the quoted text that begins at a place has a closing quote. */
    static boolean closed(String text, int begin) {
        int end = end(text, begin);
        if (end - begin < 2 || text.charAt(end - 1) != text.charAt(begin)) {
            return false;
        }
        int slashes = 0;
        for (int i = end - 2; i > begin && text.charAt(i) == '\\'; i--) {
            slashes++;
        }
        return slashes % 2 == 0;
    }

    /** What a quoted text says: {@code \"} is a quote, {@code \\} a backslash; before any other character a backslash stands for itself. */
    static String content(String inner) {
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder out = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length() && (inner.charAt(i + 1) == '"' || inner.charAt(i + 1) == '\\')) {
                out.append(inner.charAt(++i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
