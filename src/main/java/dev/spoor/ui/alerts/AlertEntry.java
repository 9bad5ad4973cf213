package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.List;
import java.util.Locale;

/** An alert with the texts that are searched for words: what alerts of a rule have in common once for all of them, its own when it is first asked. Thread-safe. */
final class AlertEntry {
    private final Alert alert;
    private final String rule;
    private String own;

    /**
     * An entry.
     *
     * @param rule what alerts of a rule have in common, in lower case; the same object for all of them
     */
    AlertEntry(Alert alert, String rule) {
        this.alert = alert;
        this.rule = rule;
    }

    Alert alert() {
        return alert;
    }

    String rule() {
        return rule;
    }

    /** What the alert alone has, in lower case; made twice where two threads ask at the same time. */
    String own() {
        String made = own;
        if (made == null) {
            StringBuilder text = new StringBuilder(alert.host().orElse("")).append('\n').append(alert.user().orElse("")).append('\n').append(alert.summary()).append('\n')
                    .append(alert.id());
            alert.tags().forEach(tag -> text.append('\n').append(tag));
            made = text.toString().toLowerCase(Locale.ROOT);
            own = made;
        }
        return made;
    }

    /** Whether all words occur; they are in lower case. */
    boolean has(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!own().contains(words.get(i)) && !rule.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
