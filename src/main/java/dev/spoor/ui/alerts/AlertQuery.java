package dev.spoor.ui.alerts;

import java.util.Optional;
import java.util.Set;

/**
 * What the table is asked to show.
 *
 * @param group  gathered by this field
 * @param folded values of the groups whose state is not the usual one
 * @param closed whether groups are usually collapsed
 */
record AlertQuery(AlertFilter filter, AlertOrder order, Optional<AlertField> group, Set<String> folded, boolean closed) {
    static final AlertQuery USUAL = new AlertQuery(AlertFilter.ALL, AlertOrder.USUAL, Optional.empty(), Set.of(), true);

    AlertQuery {
        folded = Set.copyOf(folded);
    }

    AlertQuery filtered(AlertFilter wanted) {
        return new AlertQuery(wanted, order, group, folded, closed);
    }

    AlertQuery ordered(AlertOrder wanted) {
        return new AlertQuery(filter, wanted, group, folded, closed);
    }

    AlertQuery grouped(Optional<AlertField> wanted) {
        return new AlertQuery(filter, order, wanted, Set.of(), true);
    }

    AlertQuery folding(Set<String> values, boolean usuallyClosed) {
        return new AlertQuery(filter, order, group, values, usuallyClosed);
    }

    boolean collapsed(String value) {
        return closed != folded.contains(value);
    }
}
