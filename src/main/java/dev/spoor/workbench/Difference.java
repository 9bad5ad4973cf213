package dev.spoor.workbench;

import java.util.Locale;

/**
 * Something that a check of a case tells.
 *
 * @param subject the file, entry, segment, rule, alert, exception or journal line
 * @param text    what is there and what was expected, in words
 */
public record Difference(Check check, Result result, String subject, String text) {
    /** What was checked. */
    public enum Check {
        /** The case file as a database. */
        FILE,
        /** The files and entries that were loaded. */
        EVIDENCE,
        /** The stored events. */
        EVENT,
        /** The rules as they were run. */
        RULE,
        /** The alerts. */
        ALERT,
        /** Status, reason, tags, assignee, notes. */
        DECISION,
        /** Exceptions and value lists. */
        EXCEPTION,
        /** The journal. */
        JOURNAL;

        /** The lower-case word of the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came out. */
    public enum Result {
        /** The case does not say what it should. */
        DIFFERS,
        /** It could not be checked. */
        UNCHECKED,
        /** Worth knowing, and explained by what happened since. */
        NOTE;

        /** The lower-case word of the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
