package dev.spoor.workbench;

import dev.spoor.triage.Alert;
import java.util.List;

/**
 * Alerts with a narrative, for the report. Kept as a tag {@code finding: NAME} of its alerts and notes about the case.
 *
 * @param narrative what was written last; empty for nothing
 * @param alerts    ordered by time, rule id, alert id
 */
public record Finding(String name, String narrative, List<Alert> alerts) {
    /** What the tag of a finding begins with. */
    public static final String TAG = "finding: ";

    public Finding {
        alerts = List.copyOf(alerts);
    }
}
