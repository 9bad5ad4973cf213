package dev.spoor.store;

import java.util.Locale;

/**
 * What somebody wrote down.
 *
 * @param kind    what it is about
 * @param subject id of the alert or rule, number of the source, empty for the case
 * @param time    ticks of the wall clock
 */
public record Note(Kind kind, String subject, long time, String author, String text) {
    /** What a note can be about. */
    public enum Kind {
        CASE, ALERT, RULE, SOURCE;

        /** The lower-case word of the case file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
