package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Holds the last rows and gives them the other way round. */
final class LastStep implements Step {
    private final long count;
    private final RunLimits limits;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Step next;

    LastStep(long count, RunLimits limits, Step next) {
        this.count = count;
        this.limits = limits;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (count == 0) {
            return;
        }
        if (rows.size() >= count) {
            rows.removeFirst();
        }
        if (rows.size() >= limits.rows()) {
            throw new RunLimitException("tail or reverse holds more than " + limits.rows() + " rows");
        }
        rows.addLast(row);
    }

    @Override public void finish() throws RunLimitException {
        for (Iterator<Row> last = rows.descendingIterator(); last.hasNext();) {
            next.accept(last.next());
        }
        next.finish();
    }
}
