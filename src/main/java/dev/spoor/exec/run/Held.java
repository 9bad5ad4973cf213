package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import java.util.ArrayList;
import java.util.List;

/** Rows that a step holds until all have come. */
final class Held {
    private final RunLimits limits;
    private final String step;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param step what holds them, for the message
     */
    Held(RunLimits limits, String step) {
        this.limits = limits;
        this.step = step;
    }

    void add(Row row) throws RunLimitException {
        if (rows.size() >= limits.rows()) {
            throw new RunLimitException(step + " holds more than " + limits.rows() + " rows");
        }
        rows.add(row);
    }

    List<Row> rows() {
        return rows;
    }
}
