package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The alerts that are ticked for a decision about all of them. Window thread only. */
final class Checked {
    private final Set<String> ids = new HashSet<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /** Changes whenever something is ticked or no longer is. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    int size() {
        return ids.size();
    }

    boolean contains(Alert alert) {
        return ids.contains(alert.id());
    }

    /** Whether all alerts of a row are ticked. */
    boolean all(AlertRow row) {
        return ids.size() >= row.alerts().size() && row.alerts().stream().allMatch(this::contains);
    }

    /** Ticks a row, or takes the ticks of one that is ticked. */
    void toggle(AlertRow row) {
        boolean ticked = all(row);
        for (Alert alert : row.alerts()) {
            if (ticked) {
                ids.remove(alert.id());
            } else {
                ids.add(alert.id());
            }
        }
        changed();
    }

    /** Ticks these and no others. */
    void set(Collection<Alert> alerts) {
        ids.clear();
        alerts.forEach(alert -> ids.add(alert.id()));
        changed();
    }

    /** Takes the ticks of alerts that are not among these. */
    void retain(List<Alert> alerts) {
        if (!ids.isEmpty()) {
            Set<String> there = new HashSet<>();
            alerts.forEach(alert -> there.add(alert.id()));
            if (ids.retainAll(there)) {
                changed();
            }
        }
    }

    private void changed() {
        version.set(version.get() + 1);
    }
}
