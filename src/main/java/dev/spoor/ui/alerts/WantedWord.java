package dev.spoor.ui.alerts;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A word that is looked for.
 *
 * @param word in lower case
 * @param own  the places of the alerts that have it for themselves
 */
record WantedWord(String word, BitSet own) {
    /** Whether an alert has all words. */
    static boolean all(List<WantedWord> words, AlertEntry entry) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).in(entry)) {
                return false;
            }
        }
        return true;
    }

    private boolean in(AlertEntry entry) {
        return own.get(entry.place()) || entry.rule().contains(word) || tagged(entry.alert().tags());
    }

    private boolean tagged(List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }
}
