package dev.spoor.exec;

/**
 * Simple case folding of Unicode (CaseFolding.txt, status C and S): one character to one character, so that texts are equal without regard to
 * case exactly if their foldings are equal.
 */
final class CaseFolding {
    private CaseFolding() {}

    static int fold(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        // The dotted and the dotless i of Turkish fold to themselves, where Java's mappings give an i.
        return c == 0x130 || c == 0x131 ? c : Character.toLowerCase(Character.toUpperCase(c));
    }

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c >= 'A' && c <= 'Z') {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    private static String foldFrom(String text, int first) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length();) {
            int c = text.codePointAt(i);
            out.appendCodePoint(fold(c));
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
