package dev.spoor.workbench;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What exceptions would change at the next run of their rules, everything else left as it is.
 *
 * @param alerts    alerts of the case that would not be produced again, in the order of the case
 * @param of        how many alerts of the rules the case has
 * @param events    events of these alerts that would count for no alert of their rule any more
 * @param appearing alerts that would be new: an alert over several events of which only some are excepted comes back as another one
 * @param rules     how many rules the exceptions hold for
 * @param staying   when the other alerts of the rules happened, in ticks, in the order of the case
 * @param causes    why nothing vanishes; empty where something does
 */
public record Suppressed(List<Alert> alerts, long of, long events, long appearing, long rules, List<Long> staying, List<NothingVanishes> causes) {
    /** Nothing changes. */
    public static final Suppressed NONE = new Suppressed(List.of(), 0, 0, 0);

    /** What exceptions of one rule change. */
    public Suppressed(List<Alert> alerts, long of, long events, long appearing) {
        this(alerts, of, events, appearing, 1, List.of(), List.of());
    }

    /** What was decided about an alert, the worst to lose first. */
    public enum Decided {
        TRUE_POSITIVE, OPEN, ACKNOWLEDGED, FALSE_POSITIVE, BENIGN_POSITIVE, OTHER;

        /** The group that an alert belongs to. */
        public static Decided of(Alert alert) {
            return switch (alert.status()) {
                case OPEN -> OPEN;
                case ACKNOWLEDGED -> ACKNOWLEDGED;
                case CLOSED -> closed(alert.reason());
            };
        }

        private static Decided closed(Optional<Reason> reason) {
            return switch (reason.orElse(Reason.OTHER)) {
                case TRUE_POSITIVE -> TRUE_POSITIVE;
                case FALSE_POSITIVE -> FALSE_POSITIVE;
                case BENIGN_POSITIVE -> BENIGN_POSITIVE;
                case DUPLICATE, OTHER -> OTHER;
            };
        }
    }

    public Suppressed {
        alerts = List.copyOf(alerts);
        staying = List.copyOf(staying);
        causes = List.copyOf(causes);
    }

    /** The alerts by what was decided about them; groups without alerts are left out. */
    public Map<Decided, List<Alert>> byDecision() {
        Map<Decided, List<Alert>> groups = new EnumMap<>(Decided.class);
        alerts.forEach(alert -> groups.computeIfAbsent(Decided.of(alert), _ -> new ArrayList<>()).add(alert));
        return Collections.unmodifiableMap(groups);
    }

    /** Whether an alert that was found to be real would vanish. */
    public boolean hidesTruePositive() {
        return alerts.stream().anyMatch(alert -> Decided.of(alert) == Decided.TRUE_POSITIVE);
    }

    /** Those that wait for a decision or an end: not closed. */
    public List<Alert> notClosed() {
        return alerts.stream().filter(alert -> alert.status() != Status.CLOSED).toList();
    }

    /** How many of the alerts each host has; alerts without one are left out. */
    public Map<String, Long> hosts() {
        return count(Alert::host);
    }

    /** How many of the alerts each user has; alerts without one are left out. */
    public Map<String, Long> users() {
        return count(Alert::user);
    }

    private Map<String, Long> count(Function<Alert, Optional<String>> name) {
        Map<String, Long> counts = new TreeMap<>();
        alerts.forEach(alert -> name.apply(alert).ifPresent(value -> counts.merge(value, 1L, Long::sum)));
        return counts;
    }
}
