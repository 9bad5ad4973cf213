package dev.spoor.ui.alerts;

import java.util.List;
import javafx.collections.ObservableListBase;

/** The rows that the table shows: those of the newest listing, which are taken as they are and not copied. Window thread only. */
final class ShownRows extends ObservableListBase<AlertRow> {
    private AlertRows rows = AlertRows.of(List.of());

    /** Shows other rows. */
    void show(AlertRows next) {
        AlertRows before = rows;
        beginChange();
        rows = next;
        nextReplace(0, next.size(), before);
        endChange();
    }

    /** The rows as they stand. */
    AlertRows rows() {
        return rows;
    }

    @Override public AlertRow get(int index) {
        return rows.get(index);
    }

    @Override public int size() {
        return rows.size();
    }

    @Override public int indexOf(Object row) {
        return rows.indexOf(row);
    }

    @Override public boolean contains(Object row) {
        return rows.indexOf(row) >= 0;
    }
}
