package dev.spoor.ui.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the table is asked to show.
 *
 * @param groups gathered by these fields, one in the other
 * @param folded paths of the groups whose state is not the usual one
 * @param closed whether groups are usually collapsed
 */
record AlertQuery(AlertFilter filter, AlertOrder order, List<AlertField> groups, Set<String> folded, boolean closed) {
    /** By so many fields alerts are gathered, beside the variant. */
    static final int MOST_GROUPS = 3;
    static final AlertQuery USUAL = new AlertQuery(AlertFilter.ALL, AlertOrder.USUAL, List.of(), Set.of(), true);

    AlertQuery {
        groups = List.copyOf(groups);
        folded = Set.copyOf(folded);
    }

    AlertQuery filtered(AlertFilter wanted) {
        return new AlertQuery(wanted, order, groups, folded, closed);
    }

    AlertQuery ordered(AlertOrder wanted) {
        return new AlertQuery(filter, wanted, groups, folded, closed);
    }

    AlertQuery grouped(List<AlertField> wanted) {
        return new AlertQuery(filter, order, wanted, Set.of(), true);
    }

    /** The fields that the user chose, without the variant. */
    List<AlertField> chosen() {
        return groups.stream().filter(field -> field != AlertField.VARIANT && field != AlertField.EVENT).toList();
    }

    /** Gathered by these, and by event and variant as before. */
    AlertQuery by(List<AlertField> wanted) {
        List<AlertField> all = new ArrayList<>(wanted);
        groups.stream().filter(AlertField::alone).forEach(all::add);
        return grouped(all);
    }

    /** The same with variants, or equal events, folded into one row or not. */
    AlertQuery folding(AlertField alone, boolean folds) {
        List<AlertField> all = new ArrayList<>(groups);
        all.removeIf(AlertField::alone);
        if (folds) {
            all.add(alone);
        }
        return all.equals(groups) ? this : grouped(all);
    }

    /** Whether variants, or equal events, are folded. */
    boolean folds(AlertField alone) {
        return groups.contains(alone);
    }

    AlertQuery folding(Set<String> values, boolean usuallyClosed) {
        return new AlertQuery(filter, order, groups, values, usuallyClosed);
    }

    /** Whether the group of a path is closed. */
    boolean collapsed(String path) {
        return closed != folded.contains(path);
    }
}
