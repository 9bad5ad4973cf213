package dev.spoor.triage;

import dev.spoor.triage.GivenSeverity.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The severities that analysts gave. Immutable and thread-safe. */
public final class GivenSeverities {
    private final Map<String, GivenSeverity> alerts = new HashMap<>();
    private final Map<String, GivenSeverity> variants = new HashMap<>();

    /** These; those without a severity do not count. */
    public GivenSeverities(Collection<GivenSeverity> given) {
        given.stream().filter(one -> one.severity().isPresent()).forEach(one -> (one.scope() == Scope.ALERT ? alerts : variants).put(one.subject(), one));
    }

    /** The alert with the severity that was given to it, else to its variant; itself where there is none. */
    public Alert rated(Alert alert) {
        GivenSeverity own = alerts.get(alert.id());
        GivenSeverity counting = own == null ? variants.get(alert.variant().id()) : own;
        return counting == null ? alert : alert.given(counting);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return alerts.isEmpty() && variants.isEmpty();
    }
}
