package dev.spoor.ui.alerts;

import dev.spoor.rule.RuleOrigin;
import dev.spoor.triage.Alert;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The other alerts of the case that have something in common with one.
 *
 * @param sameEvent those that end with the same event
 * @param variant   how many look like it
 * @param host      how many are about its host
 * @param user      how many about its user
 * @param families  how many origins of rules found the event, with its own
 */
record RelatedAlerts(List<Alert> sameEvent, long variant, long host, long user, int families) {
    /** Counts them; time in proportion to the alerts. */
    static RelatedAlerts of(Alert own, List<Alert> all) {
        List<Alert> same = new ArrayList<>();
        EnumSet<RuleOrigin> families = EnumSet.of(own.rule().origin());
        String event = AlertField.EVENT.key(own);
        long variant = 0;
        long host = 0;
        long user = 0;
        for (Alert alert : all) {
            if (alert.id().equals(own.id())) {
                continue;
            }
            if (!own.events().isEmpty() && AlertField.EVENT.key(alert).equals(event)) {
                same.add(alert);
                families.add(alert.rule().origin());
            }
            variant += !own.variant().isNone() && alert.variant().equals(own.variant()) ? 1 : 0;
            host += own.host().isPresent() && own.host().equals(alert.host()) ? 1 : 0;
            user += own.user().isPresent() && own.user().equals(alert.user()) ? 1 : 0;
        }
        return new RelatedAlerts(same, variant, host, user, families.size());
    }

    /** The numbers of those among some events with which an alert ends. */
    static Set<String> alerting(List<Alert> all, Set<Long> events) {
        Set<String> found = new TreeSet<>();
        for (Alert alert : all) {
            if (!alert.events().isEmpty() && events.contains(alert.events().getLast().id())) {
                found.add(AlertField.EVENT.key(alert));
            }
        }
        return found;
    }
}
