package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import java.util.List;

/**
 * A row of the table: an alert, or the alerts that have a value in common. Rows are equal when they show the very same alert or group; whatever its alerts look
 * like, comparing takes no time.
 */
public sealed interface AlertRow {
    /** The alert to look at: the row's own, or the first of the group. */
    Alert alert();

    /** All alerts that a decision about the row is about. */
    List<Alert> alerts();

    /**
     * One alert.
     *
     * @param inside whether the row stands under its group
     */
    record One(Alert alert, boolean inside) implements AlertRow {
        @Override public List<Alert> alerts() {
            return List.of(alert);
        }

        @Override public boolean equals(Object other) {
            return other instanceof One one && one.alert == alert && one.inside == inside;
        }

        @Override public int hashCode() {
            return alert.id().hashCode();
        }
    }

    /**
     * Alerts with a common value.
     *
     * @param value     the value, empty for "none"
     * @param title     the value in words
     * @param alerts    in the order of the table, not empty
     * @param worst     the worst severity among them
     * @param last      ticks of the newest
     * @param hosts     how many hosts they are about
     * @param users     how many users
     * @param events    how many events they stand on
     * @param decided   how many are closed
     * @param collapsed whether its alerts are not shown
     */
    record Group(String value, String title, List<Alert> alerts, Severity worst, long last, int hosts, int users, long events, long decided, boolean collapsed)
            implements AlertRow {
        @Override public Alert alert() {
            return alerts.getFirst();
        }

        @Override public boolean equals(Object other) {
            return this == other;
        }

        @Override public int hashCode() {
            return value.hashCode();
        }
    }
}
