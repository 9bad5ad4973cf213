package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import java.util.LinkedHashSet;
import java.util.Set;

/** Puts a value where a row has none, in all columns that any row has. Holds all rows. */
final class FillAllStep implements Step {
    private final Object value;
    private final Held held;
    private final Step next;
    private final Set<String> names = new LinkedHashSet<>();

    FillAllStep(Object value, RunLimits limits, Step next) {
        this.value = value;
        this.held = new Held(limits, "fillnull");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
        names.addAll(row.columns().keySet());
    }

    @Override public void finish() throws RunLimitException {
        for (Row row : held.rows()) {
            for (String name : names) {
                if (row.get(name) == null) {
                    row.set(name, value);
                }
            }
            next.accept(row);
        }
        next.finish();
    }
}
