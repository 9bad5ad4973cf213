package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.Comparator;

/**
 * How alerts are ordered: by a field, then worst, newest, id.
 *
 * @param field null for nothing but the rest
 */
record AlertOrder(AlertField field, boolean descending) {
    static final AlertOrder USUAL = new AlertOrder(AlertField.SEVERITY, true);
    private static final Comparator<Alert> REST = AlertField.SEVERITY.order().reversed().thenComparing(AlertField.TIME.order().reversed()).thenComparing(Alert::id);

    Comparator<Alert> comparator() {
        return field == null ? REST : (descending ? field.order().reversed() : field.order()).thenComparing(REST);
    }
}
