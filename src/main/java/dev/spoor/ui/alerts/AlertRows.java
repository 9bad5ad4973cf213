package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/** The rows of a listing. Those of single alerts are made when they are looked at, so that a listing of many alerts is made, and shown, in no time. Immutable. */
final class AlertRows extends AbstractList<AlertRow> implements RandomAccess {
    private final List<Part> parts;
    private final Comparator<Alert> order;
    /** The place of each part's first row, then how many rows there are. */
    private final int[] places;

    /** Rows that stand together: of a group itself, or of alerts. */
    private sealed interface Part {
        record Head(AlertRow.Group group) implements Part {}

        record Run(List<Alert> alerts, int depth) implements Part {}
    }

    private AlertRows(List<Part> parts, Comparator<Alert> order) {
        this.parts = parts;
        this.order = order;
        places = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            places[i + 1] = places[i] + switch (parts.get(i)) {
                case Part.Head _ -> 1;
                case Part.Run run -> run.alerts().size();
            };
        }
    }

    /** A row per alert; they are in this order. */
    static AlertRows of(List<Alert> alerts, Comparator<Alert> order) {
        return new Builder(order).alerts(alerts, 0).build();
    }

    /** Puts rows one under the other. Not thread-safe. */
    static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private List<Alert> singles = new ArrayList<>();
        private int depth;
        private final Comparator<Alert> order;

        /** Of alerts which everywhere are in this order. */
        Builder(Comparator<Alert> order) {
            this.order = order;
        }

        /** The row of a group. */
        Builder group(AlertRow.Group group) {
            end();
            parts.add(new Part.Head(group));
            return this;
        }

        /** A row for each alert. */
        Builder alerts(List<Alert> alerts, int at) {
            end();
            if (!alerts.isEmpty()) {
                parts.add(new Part.Run(alerts, at));
            }
            return this;
        }

        /** A row for an alert. */
        Builder alert(Alert alert, int at) {
            if (at != depth) {
                end();
                depth = at;
            }
            singles.add(alert);
            return this;
        }

        private void end() {
            if (!singles.isEmpty()) {
                parts.add(new Part.Run(singles, depth));
                singles = new ArrayList<>();
            }
        }

        AlertRows build() {
            end();
            return new AlertRows(parts, order);
        }
    }

    @Override public int size() {
        return places[places.length - 1];
    }

    @Override public AlertRow get(int row) {
        int found = Arrays.binarySearch(places, 0, parts.size(), row);
        int part = found >= 0 ? found : -found - 2;
        return switch (parts.get(part)) {
            case Part.Head head -> head.group();
            case Part.Run run -> new AlertRow.One(run.alerts().get(row - places[part]), run.depth());
        };
    }

    @Override public int indexOf(Object row) {
        return row instanceof AlertRow wanted ? same(wanted, find(wanted)) : -1;
    }

    private int same(AlertRow wanted, int place) {
        return place >= 0 && get(place).equals(wanted) ? place : -1;
    }

    /** The place of the row that stands for the same as another, which may be of an older listing; -1 for none. */
    int find(AlertRow wanted) {
        for (int i = 0; i < parts.size(); i++) {
            int place = switch (parts.get(i)) {
                case Part.Head(AlertRow.Group group) -> wanted instanceof AlertRow.Group other && group.path().equals(other.path()) ? 0 : -1;
                case Part.Run run -> wanted instanceof AlertRow.One one ? find(run.alerts(), one.alert()) : -1;
            };
            if (place >= 0) {
                return places[i] + place;
            }
        }
        return -1;
    }

    /** By its place in the order; one of which another is shown now, after a decision, may stand elsewhere. */
    private int find(List<Alert> alerts, Alert wanted) {
        int sought = Collections.binarySearch(alerts, wanted, order);
        if (sought >= 0 && alerts.get(sought).id().equals(wanted.id())) {
            return sought;
        }
        for (int i = 0; i < alerts.size(); i++) {
            if (alerts.get(i) == wanted || alerts.get(i).id().equals(wanted.id())) {
                return i;
            }
        }
        return -1;
    }
}
