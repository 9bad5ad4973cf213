package dev.spoor.exec.aggregate;

import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values in their order, the different values in the order of their texts, or the most frequent value. */
final class Listing implements Accumulator {
    /** What is computed. */
    enum Kind {
        ALL, DISTINCT, MODE
    }

    private static final class Counted {
        private final Object value;
        private long count;

        Counted(Object value) {
            this.value = value;
        }
    }

    private final Kind kind;
    private final List<Object> all;
    private final Map<String, Counted> distinct;

    Listing(Kind kind) {
        this.kind = kind;
        this.all = kind == Kind.ALL ? new ArrayList<>() : List.of();
        this.distinct = kind == Kind.ALL ? Map.of() : new TreeMap<>();
    }

    @Override public void add(Object value, Double time) {
        for (Object one : RowValues.list(value)) {
            if (kind == Kind.ALL) {
                all.add(one);
            } else {
                distinct.computeIfAbsent(RowValues.text(one), _ -> new Counted(one)).count++;
            }
        }
    }

    @Override public Object result() {
        return switch (kind) {
            case ALL -> RowValues.pack(all);
            case DISTINCT -> RowValues.pack(distinct.values().stream().map(counted -> counted.value).toList());
            case MODE -> mode();
        };
    }

    /** Of equally frequent values the first by text. */
    private Object mode() {
        Counted best = null;
        for (Counted counted : distinct.values()) {
            best = best == null || counted.count > best.count ? counted : best;
        }
        return best == null ? null : best.value;
    }

    @Override public long held() {
        return all.size() + distinct.size();
    }
}
