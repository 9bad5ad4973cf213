package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;

/** The value of the first or last row, or of the earliest or latest; where rows have no time, their order counts. */
final class Picking implements Accumulator {
    /** What is picked. */
    enum Kind {
        FIRST, LAST, EARLIEST, LATEST, EARLIEST_TIME, LATEST_TIME
    }

    private final Kind kind;
    private Object picked;
    private Double pickedTime;

    Picking(Kind kind) {
        this.kind = kind;
    }

    @Override public void add(Object value, Double time) {
        if (value == null) {
            return;
        }
        boolean take = switch (kind) {
            case FIRST -> picked == null;
            case LAST -> true;
            case EARLIEST, EARLIEST_TIME -> picked == null || time != null && (pickedTime == null || time < pickedTime);
            case LATEST, LATEST_TIME -> picked == null || time == null || pickedTime == null || time >= pickedTime;
        };
        if (take) {
            picked = value;
            pickedTime = time;
        }
    }

    @Override public boolean timed() {
        return kind != Kind.FIRST && kind != Kind.LAST;
    }

    @Override public Object result() {
        boolean time = kind == Kind.EARLIEST_TIME || kind == Kind.LATEST_TIME;
        return !time ? picked : pickedTime == null ? null : RowValues.plain(pickedTime);
    }
}
