package dev.spoor.triage;

import dev.spoor.rule.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The severity that an analyst gave in the place of the rule's.
 *
 * @param subject  id of the alert or of the variant
 * @param severity empty: the rule's own counts
 * @param reason   why, not empty where there is a severity
 * @param time     ticks of the wall clock
 */
public record GivenSeverity(Scope scope, String subject, Optional<Severity> severity, String reason, String author, long time) {
    /** What it is given to. */
    public enum Scope {
        ALERT,
        /** All alerts that look alike, those that come later too; what was given to one of them counts more. */
        VARIANT;

        /** The lower-case word of the case file and the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scope of such a word. */
        public static Scope ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What to give so that a severity holds for all alerts that look like some: what these have of their own is taken away. An alert of unknown shape gets its own. Unsigned. */
    public static List<GivenSeverity> toVariants(Collection<Alert> alerts, Optional<Severity> severity, String reason) {
        Map<String, GivenSeverity> wanted = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            if (alert.variant().isNone()) {
                wanted.put(alert.id(), new GivenSeverity(Scope.ALERT, alert.id(), severity, reason, "", 0));
            } else {
                wanted.putIfAbsent(alert.variant().id(), new GivenSeverity(Scope.VARIANT, alert.variant().id(), severity, reason, "", 0));
                alert.given().filter(given -> given.scope() == Scope.ALERT).ifPresent(given -> wanted.put(alert.id(), given.withdrawn()));
            }
        }
        return List.copyOf(wanted.values());
    }

    /** The same without a severity. */
    public GivenSeverity withdrawn() {
        return new GivenSeverity(scope, subject, Optional.empty(), "", "", 0);
    }
}
