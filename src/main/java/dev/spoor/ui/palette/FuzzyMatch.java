package dev.spoor.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well letters fit a title: they must occur in their order, words apart by blanks each on its own. Letters that follow each other and letters at the begin of a
 * word count more, long titles a little less. Time grows with the length of the title times the number of words.
 */
final class FuzzyMatch {
    private static final int IN_A_ROW = 8;
    private static final int WORD_START = 10;
    private static final int LETTER = 1;

    private FuzzyMatch() {}

    /** Higher is better; empty where it does not fit. No letters fit everything equally. */
    static OptionalInt score(String letters, String title) {
        String text = title.toLowerCase(Locale.ROOT);
        int total = 0;
        for (String word : letters.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int score = word(word, text);
            if (score < 0) {
                return OptionalInt.empty();
            }
            total += score;
        }
        return OptionalInt.of(letters.isBlank() ? 0 : total * 10 - Math.min(title.length(), 100) / 10);
    }

    /** The entries that fit, best first; equal ones keep their order. */
    static List<PaletteEntry> best(String letters, List<PaletteEntry> entries) {
        record Scored(PaletteEntry entry, int score) {}
        return entries.stream().map(entry -> new Scored(entry, score(letters, entry.group() + " " + entry.title()).orElse(Integer.MIN_VALUE)))
                .filter(scored -> scored.score() != Integer.MIN_VALUE).sorted(Comparator.comparingInt(Scored::score).reversed()).map(Scored::entry).toList();
    }

    private static int word(String word, String text) {
        int whole = text.indexOf(word);
        if (whole >= 0) {
            int at = start(text, whole) ? whole : wordStart(word, text, whole);
            return word.length() * (LETTER + IN_A_ROW) + (start(text, at) ? WORD_START * 2 : 0);
        }
        int score = 0;
        int from = 0;
        int last = -2;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), from);
            if (at < 0) {
                return -1;
            }
            score += LETTER + (at == last + 1 ? IN_A_ROW / 2 : 0) + (start(text, at) ? WORD_START / 2 : 0);
            last = at;
            from = at + 1;
        }
        return score;
    }

    private static int wordStart(String word, String text, int first) {
        int at = first;
        while (at >= 0 && !start(text, at)) {
            at = text.indexOf(word, at + 1);
        }
        return at < 0 ? first : at;
    }

    private static boolean start(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
