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
    /** Worst, newest, id. */
    static final Comparator<Alert> REST = AlertField.SEVERITY.order().reversed().thenComparing(AlertField.TIME.order().reversed()).thenComparing(Alert::id);

    /** All of it: no two alerts of a case are equal. */
    Comparator<Alert> all() {
        return field == null ? REST : first().thenComparing(REST);
    }

    /** By the field alone, which there must be. */
    Comparator<Alert> first() {
        return descending ? field.order().reversed() : field.order();
    }
}
