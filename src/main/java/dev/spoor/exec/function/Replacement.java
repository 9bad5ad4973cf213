package dev.spoor.exec.function;

import com.google.re2j.Pattern;

/** Replaces matches of regular expressions in texts. */
public final class Replacement {
    private Replacement() {}

    /**
     * A text with a replacement in the place of matches.
     *
     * @param replacement {@code \1} to {@code \9} stand for groups, a backslash before any other character for that character
     * @param all         all matches, else the first
     */
    public static String of(Pattern pattern, String text, String replacement, boolean all) {
        return TextFunctions.replaced(pattern, text, replacement, all);
    }
}
