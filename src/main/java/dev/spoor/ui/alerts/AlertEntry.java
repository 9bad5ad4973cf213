package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.List;

/**
 * An alert with the texts that are searched for words, made once for all questions.
 *
 * @param rule what alerts of a rule have in common, in lower case; the same object for all of them
 * @param own  what the alert alone has, in lower case
 */
record AlertEntry(Alert alert, String rule, String own) {
    /** Whether all words occur; they are in lower case. */
    boolean has(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!own.contains(words.get(i)) && !rule.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
