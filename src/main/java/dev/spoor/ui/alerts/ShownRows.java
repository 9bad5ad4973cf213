package dev.spoor.ui.alerts;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/** The rows that the table shows: those of the newest listing, which are taken as they are and not copied. Window thread only. */
final class ShownRows extends ObservableListBase<AlertRow> {
    private AlertRows rows = AlertRows.of(List.of(), AlertOrder.REST);

    /** Shows other rows. */
    void show(AlertRows next) {
        Replaced change = new Replaced(this, rows);
        rows = next;
        fireChange(change);
    }

    /** Tells that all rows are others now; the old ones are not copied, as the change that the base class makes would do. */
    private static final class Replaced extends ListChangeListener.Change<AlertRow> {
        private final AlertRows before;
        private boolean begun;

        private Replaced(ShownRows list, AlertRows before) {
            super(list);
            this.before = before;
        }

        @Override public boolean next() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override public void reset() {
            begun = false;
        }

        @Override public int getFrom() {
            return 0;
        }

        @Override public int getTo() {
            return getList().size();
        }

        @Override public List<AlertRow> getRemoved() {
            return before;
        }

        @Override protected int[] getPermutation() {
            return new int[0];
        }
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
