package dev.spoor.query.spl;

import java.util.Arrays;

/**
 * The text of a query after its macros were put in, and where each of its characters stands in the text as written (those of a macro's
 * definition: where the macro is called).
 */
record Expanded(String text, int[] origins, String original) {
    /** The place in the original of a place in the expanded text. */
    int origin(int offset) {
        return offset < origins.length ? origins[offset] : original.length();
    }

    /** The original text as it is, for problems met while macros are put in. */
    static Expanded asWritten(String text) {
        int[] origins = new int[text.length()];
        Arrays.setAll(origins, i -> i);
        return new Expanded(text, origins, text);
    }

    /** Collects characters with their origins. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] origins = new int[256];

        void add(char c, int origin) {
            if (text.length() == origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[text.length()] = origin;
            text.append(c);
        }

        void add(String part, int origin) {
            for (int i = 0; i < part.length(); i++) {
                add(part.charAt(i), origin);
            }
        }

        int length() {
            return text.length();
        }

        /** The last character that is not blank, or 0. */
        char lastVisible() {
            for (int i = text.length() - 1; i >= 0; i--) {
                if (!Character.isWhitespace(text.charAt(i))) {
                    return text.charAt(i);
                }
            }
            return 0;
        }

        Expanded build(String original) {
            return new Expanded(text.toString(), Arrays.copyOf(origins, text.length()), original);
        }
    }
}
