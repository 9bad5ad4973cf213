package dev.spoor.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search of a guide found in the case.
 *
 * @param count   how many there are, also beyond those in {@code hits}
 * @param hits    the first of them
 * @param query   what was run, as the user could type it; empty for alerts of a host or user
 * @param notes   what should be known of the answer, in words
 * @param problem why it could not be run, in words
 */
public record StepHits(long count, List<Hit> hits, String query, List<String> notes, Optional<String> problem) {
    /**
     * An event, an alert, or a row of a table.
     *
     * @param event  number of the event in the case, 0 for none
     * @param alert  id of the alert, empty for none
     * @param time   ticks, {@code Time.NONE} for none
     * @param what   what it tells, in one line
     * @param fields some fields, or the columns of the row
     */
    public record Hit(long event, String alert, long time, String what, Map<String, String> fields) {}

    public StepHits {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
    }

    /** It could not be run. */
    public static StepHits failed(String why) {
        return new StepHits(0, List.of(), "", List.of(), Optional.of(why));
    }
}
