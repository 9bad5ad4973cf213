package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.SortKey;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Holds all rows and gives them in order. */
final class SortStep implements Step {
    private final Stage.Sort sort;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;

    private record Keyed(Row row, List<Object> keys) {}

    SortStep(Stage.Sort sort, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.sort = sort;
        this.evaluator = evaluator;
        this.held = new Held(limits, "sort");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
    }

    @Override public void finish() throws RunLimitException {
        List<Keyed> keyed = held.rows().stream().map(this::keyed).collect(Collectors.toCollection(ArrayList::new));
        keyed.sort(this::compare);
        long limit = sort.limit().orElse(Long.MAX_VALUE);
        for (int i = 0; i < keyed.size() && i < limit; i++) {
            next.accept(keyed.get(i).row());
        }
        next.finish();
    }

    private Keyed keyed(Row row) {
        List<Object> keys = new ArrayList<>();
        for (SortKey key : sort.keys()) {
            List<?> values = RowValues.list(evaluator.value(key.value(), row));
            keys.add(values.isEmpty() ? null : values.getFirst());
        }
        return new Keyed(row, keys);
    }

    private int compare(Keyed left, Keyed right) {
        for (int i = 0; i < sort.keys().size(); i++) {
            int order = compare(sort.keys().get(i), left.keys().get(i), right.keys().get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(SortKey key, Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : (left == null) == key.nullsFirst() ? -1 : 1;
        }
        int order = switch (key.order()) {
            case AUTO, NUMBER -> RowValues.compare(left, right);
            case TEXT -> RowValues.text(left).compareTo(RowValues.text(right));
            case IP -> ADDRESSES.compare(RowValues.text(left), RowValues.text(right));
        };
        return key.descending() ? -order : order;
    }

    /** IPv4 addresses by their numbers; other texts behind them. */
    private static final Comparator<String> ADDRESSES = Comparator.comparingLong(SortStep::address).thenComparing(Comparator.naturalOrder());

    private static long address(String text) {
        String[] parts = text.split("\\.", -1);
        long address = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("[0-9]{1,3}")) {
                return Long.MAX_VALUE;
            }
            address = address * 256 + Long.parseLong(part);
        }
        return address;
    }
}
