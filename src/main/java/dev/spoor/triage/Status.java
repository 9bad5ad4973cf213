package dev.spoor.triage;

import java.util.Locale;
import java.util.Optional;

/** Where an alert stands. */
public enum Status {
    OPEN, ACKNOWLEDGED, CLOSED;

    /** The lower-case word of the command line, the case file and the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of a word, if there is one. */
    public static Optional<Status> ofWord(String word) {
        for (Status value : values()) {
            if (value.word().equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
