package dev.spoor.store;

import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.util.List;

/**
 * An alert with the documents of its events, as it is stored.
 *
 * @param alert     status, reason and tags count only where the case does not know the alert yet
 * @param documents JSON of the alert's events, in the order of {@link Alert#events}
 */
public record AlertEvents(Alert alert, List<String> documents) {
    /**
     * An event of an alert as it is stored.
     *
     * @param document the event as JSON
     */
    public record Stored(EventReference event, String document) {}

    public AlertEvents {
        documents = List.copyOf(documents);
        if (documents.size() != alert.events().size()) {
            throw new IllegalArgumentException("an alert of " + alert.events().size() + " events came with " + documents.size() + " documents");
        }
    }
}
