package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;
import java.util.HashSet;
import java.util.Set;

/** Counts values, or different values. */
final class Counting implements Accumulator {
    private final boolean distinct;
    private final Set<String> seen;
    private long count;

    Counting(boolean distinct) {
        this.distinct = distinct;
        this.seen = distinct ? new HashSet<>() : Set.of();
    }

    @Override public void add(Object value, Double time) {
        if (distinct) {
            RowValues.list(value).forEach(one -> seen.add(RowValues.text(one)));
        } else {
            count += RowValues.list(value).size();
        }
    }

    @Override public Object result() {
        return distinct ? Long.valueOf(seen.size()) : Long.valueOf(count);
    }

    @Override public long held() {
        return seen.size();
    }
}
