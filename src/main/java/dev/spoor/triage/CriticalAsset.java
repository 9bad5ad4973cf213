package dev.spoor.triage;

import java.util.Locale;

/**
 * A host or a user on whom much depends: alerts about it count one severity higher.
 *
 * @param name compared without regard to case; a user with or without domain, a host with or without DNS suffix
 * @param note why, empty for none
 */
public record CriticalAsset(Kind kind, String name, String note, String author, long time) {
    /** What it is. */
    public enum Kind {
        HOST, USER;

        /** The lower-case word of the case file and the journal. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
