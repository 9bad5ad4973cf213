package dev.spoor.triage;

import java.util.List;
import java.util.Optional;

/**
 * A machine step of a guide with the alert's values put in.
 *
 * @param label    what it is called
 * @param language of {@code query}: {@code kql}, {@code spl}, or {@code osquery} for a query that only the host can answer
 * @param query    over the events of the case; empty where it asks for none
 * @param alerts   over the events of alerts: those alerts are counted that have one of the events; KQL, empty where it asks for none
 * @param entities hosts and users whose alerts are asked for; empty where it asks for none
 * @param notes    what was put in the place of something else, in words
 * @param problem  why it cannot be run, in words
 */
public record FilledStep(String label, String language, String query, String alerts, List<String> entities, List<String> notes, Optional<String> problem) {
    public FilledStep {
        entities = List.copyOf(entities);
        notes = List.copyOf(notes);
    }

    /** Whether it can be run on the case. */
    public boolean runs() {
        return problem.isEmpty() && !language.equals("osquery");
    }
}
