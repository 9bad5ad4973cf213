package dev.spoor.exec.sequence;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.query.pipeline.EventPattern.Key;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the join keys of events. A field with several values gives several keys. Not thread-safe. */
final class KeyReader {
    private final int most;
    private boolean cut;

    /**
     * @param most keys of one event
     */
    KeyReader(int most) {
        this.most = most;
    }

    /** The keys of an event for a condition, sorted; none where a field that is not optional is missing. */
    List<JoinKey> keys(EventRow row, List<Key> fields) {
        if (fields.isEmpty()) {
            return List.of(JoinKey.NONE);
        }
        List<List<KeyValue>> combinations = List.of(List.of());
        for (Key field : fields) {
            List<KeyValue> values = values(row, field);
            combinations = values.size() == 1 && combinations.size() == 1 ? List.of(with(combinations.getFirst(), values.getFirst())) : product(combinations, values);
        }
        return combinations.stream().map(JoinKey::new).toList();
    }

    private List<List<KeyValue>> product(List<List<KeyValue>> beginnings, List<KeyValue> values) {
        List<List<KeyValue>> all = new ArrayList<>();
        for (List<KeyValue> beginning : beginnings) {
            for (KeyValue value : values) {
                if (all.size() == most) {
                    cut = true;
                    return all;
                }
                all.add(with(beginning, value));
            }
        }
        return all;
    }

    private static List<KeyValue> with(List<KeyValue> beginning, KeyValue value) {
        List<KeyValue> longer = new ArrayList<>(beginning.size() + 1);
        longer.addAll(beginning);
        longer.add(value);
        return longer;
    }

    private static List<KeyValue> values(EventRow row, Key key) {
        boolean nulls = key.nullValue().isPresent();
        Optional<Values> values = nulls ? row.get(key.field().candidates().getFirst()) : row.get(key.field().candidates());
        if (!nulls && values.isPresent() && values.get().size() == 1) {
            return List.of(KeyValue.of(values.get().get(0), key.type()));
        }
        TreeSet<KeyValue> distinct = new TreeSet<>();
        for (int i = 0; values.isPresent() && i < values.get().size(); i++) {
            Value value = values.get().get(i);
            if (value.kind() != Value.Kind.JSON) {
                distinct.add(KeyValue.of(value, key.type()));
            } else if (nulls && value.text().equals("null")) {
                distinct.add(KeyValue.of(Value.string(key.nullValue().get()), key.type()));
            }
        }
        return distinct.isEmpty() && key.optional() ? List.of(KeyValue.NULL) : List.copyOf(distinct);
    }

    /** Whether an event had more keys than could be followed. */
    boolean cut() {
        return cut;
    }
}
