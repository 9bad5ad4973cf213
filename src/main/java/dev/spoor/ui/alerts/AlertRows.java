package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The rows of a listing. Those of single alerts are made when they are looked at, so that a listing of many alerts is made, and shown, in no time. Immutable. */
final class AlertRows extends AbstractList<AlertRow> implements RandomAccess {
    private final List<Alert> alerts;
    private final List<AlertRow.Group> groups;
    /** The place of each group's own row, then how many rows there are. */
    private final int[] places;

    private AlertRows(List<Alert> alerts, List<AlertRow.Group> groups, int[] places) {
        this.alerts = alerts;
        this.groups = groups;
        this.places = places;
    }

    /** A row per alert. */
    static AlertRows of(List<Alert> alerts) {
        return new AlertRows(alerts, List.of(), new int[] {alerts.size()});
    }

    /** A row per group, each with those of its alerts below it where it is open. */
    static AlertRows grouped(List<AlertRow.Group> groups) {
        int[] places = new int[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            places[i + 1] = places[i] + 1 + (groups.get(i).collapsed() ? 0 : groups.get(i).alerts().size());
        }
        return new AlertRows(List.of(), groups, places);
    }

    @Override public int size() {
        return places[places.length - 1];
    }

    @Override public AlertRow get(int row) {
        if (groups.isEmpty()) {
            return new AlertRow.One(alerts.get(row), false);
        }
        int found = Arrays.binarySearch(places, 0, groups.size(), row);
        if (found >= 0) {
            return groups.get(found);
        }
        int group = -found - 2;
        return new AlertRow.One(groups.get(group).alerts().get(row - places[group] - 1), true);
    }

    @Override public int indexOf(Object row) {
        return row instanceof AlertRow wanted ? same(wanted, find(wanted)) : -1;
    }

    private int same(AlertRow wanted, int place) {
        return place >= 0 && get(place).equals(wanted) ? place : -1;
    }

    /** The place of the row that stands for the same as another, which may be of an older listing; -1 for none. */
    int find(AlertRow wanted) {
        return switch (wanted) {
            case AlertRow.One one when groups.isEmpty() -> find(alerts, one.alert());
            case AlertRow.One one -> inGroups(one.alert());
            case AlertRow.Group group -> {
                for (int i = 0; i < groups.size(); i++) {
                    if (groups.get(i).value().equals(group.value())) {
                        yield places[i];
                    }
                }
                yield -1;
            }
        };
    }

    private int inGroups(Alert wanted) {
        for (int i = 0; i < groups.size(); i++) {
            int place = groups.get(i).collapsed() ? -1 : find(groups.get(i).alerts(), wanted);
            if (place >= 0) {
                return places[i] + 1 + place;
            }
        }
        return -1;
    }

    private static int find(List<Alert> alerts, Alert wanted) {
        for (int i = 0; i < alerts.size(); i++) {
            if (alerts.get(i).id().equals(wanted.id())) {
                return i;
            }
        }
        return -1;
    }
}
