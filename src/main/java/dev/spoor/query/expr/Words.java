package dev.spoor.query.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into lower-case words as Elasticsearch's standard analyser does, which follows the word boundaries of Unicode Standard Annex 29: letters and
 * digits make words; an underscore joins; a dot or apostrophe joins letters to letters and digits to digits, a colon letters, a comma or
 * semicolon digits; an ideograph or hiragana sign is a word of its own. Words longer than 255 characters are cut into pieces of that length. No stop
 * words, no stemming.
 */
public final class Words {
    private static final int LONGEST = 255;
    private final String text;
    private final List<String> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /** The words of a text, in order, with repeats. Empty where it has none. */
    public static List<String> of(String text) {
        return new Words(text).cut();
    }

    private List<String> cut() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (alone(point)) {
                add(at, at += Character.charCount(point));
            } else if (part(point)) {
                int end = end(at);
                add(at, end);
                at = end;
            } else {
                at += Character.charCount(point);
            }
        }
        return words;
    }

    /** Where the word that begins here ends. A run of underscores only is a word to Unicode, not to the analyser. */
    private int end(int begin) {
        int at = begin;
        int before = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int width = Character.charCount(point);
            if (part(point) && !alone(point)) {
                before = mark(point) && before != 0 ? before : point;
            } else if (!joins(point, before, at + width)) {
                return at;
            }
            at += width;
        }
        return at;
    }

    private boolean joins(int point, int before, int next) {
        if (next >= text.length()) {
            return false;
        }
        int after = text.codePointAt(next);
        boolean letters = Character.isLetter(before) && Character.isLetter(after) && !alone(after);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return switch (point) {
            case '.', '\'', '\u2019', '\u2018', '\u2024', '\uFE52', '\uFF07', '\uFF0E' -> letters || digits;
            case ':', '\u00B7', '\u0387', '\u05F4', '\u2027', '\uFE13', '\uFE55', '\uFF1A' -> letters;
            case ',', ';', '\u037E', '\u0589', '\u066C', '\uFE10', '\uFE14', '\uFE50', '\uFE54', '\uFF0C', '\uFF1B' -> digits;
            default -> false;
        };
    }

    private void add(int begin, int end) {
        boolean real = false;
        for (int i = begin; i < end && !real; i++) {
            real = text.charAt(i) != '_';
        }
        if (!real) {
            return;
        }
        for (int from = begin; from < end; from += LONGEST) {
            words.add(text.substring(from, Math.min(end, from + LONGEST)).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean part(int point) {
        return Character.isLetterOrDigit(point) || point == '_' || mark(point);
    }

    private static boolean mark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean alone(int point) {
        return point >= 0x2E80 && (Character.isIdeographic(point) || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA);
    }
}
