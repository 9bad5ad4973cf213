package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table: an alert, or the alerts that have a value in common. Rows are equal when they show the very same alert or group; whatever its alerts look
 * like, comparing takes no time.
 */
public sealed interface AlertRow {
    /** The alert to look at: the row's own, or the first of the group. */
    Alert alert();

    /** All alerts that a decision about the row is about. */
    List<Alert> alerts();

    /** Under how many groups the row stands. */
    int depth();

    /** One alert. */
    record One(Alert alert, int depth) implements AlertRow {
        @Override public List<Alert> alerts() {
            return List.of(alert);
        }

        @Override public boolean equals(Object other) {
            return other instanceof One one && one.alert == alert && one.depth == depth;
        }

        @Override public int hashCode() {
            return alert.id().hashCode();
        }
    }

    /**
     * Alerts with a common value.
     *
     * @param path      the values of the group and of those it stands in, from the outside to the inside; an empty one for "none"
     * @param title     the value in words
     * @param alerts    in the order of the table, not empty
     * @param facts     what its alerts come to
     * @param collapsed whether its alerts are not shown
     */
    record Group(String path, String title, List<Alert> alerts, Facts facts, boolean collapsed, int depth) implements AlertRow {
        @Override public Alert alert() {
            return alerts.getFirst();
        }

        @Override public boolean equals(Object other) {
            return this == other;
        }

        @Override public int hashCode() {
            return path.hashCode();
        }
    }

    /**
     * What alerts come to.
     *
     * @param worst    the worst severity among them
     * @param last     ticks of the newest
     * @param hosts    how many hosts they are about
     * @param users    how many users
     * @param events   how many events they stand on
     * @param found    how many alerts they are, with those that they stand for
     * @param decided  how many variants are closed where they are several, else how many alerts
     * @param of       how many variants or alerts there are
     * @param state    where they all stand, if they stand alike
     * @param families how many origins of rules found them
     */
    record Facts(Severity worst, long last, int hosts, int users, long events, long found, long decided, long of, Optional<String> state, int families) {}
}
