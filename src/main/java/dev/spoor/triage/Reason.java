package dev.spoor.triage;

import java.util.Locale;
import java.util.Optional;

/** Why an alert was closed. */
public enum Reason {
    FALSE_POSITIVE, BENIGN_POSITIVE, TRUE_POSITIVE, DUPLICATE, OTHER;

    /** The lower-case word of the command line, the case file and the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of a word, if there is one. */
    public static Optional<Reason> ofWord(String word) {
        for (Reason value : values()) {
            if (value.word().equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
