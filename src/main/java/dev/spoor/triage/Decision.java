package dev.spoor.triage;

import java.util.List;
import java.util.Optional;

/**
 * What an analyst decided about some alerts.
 *
 * @param reason only with CLOSED
 * @param note   free text, empty for none
 * @param tags   added to the alerts
 */
public record Decision(Status status, Optional<Reason> reason, String note, List<String> tags) {
    public Decision {
        tags = List.copyOf(tags);
        if (reason.isPresent() && status != Status.CLOSED) {
            throw new IllegalArgumentException("a reason belongs to status closed");
        }
    }
}
