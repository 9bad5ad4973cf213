package dev.spoor.exec.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values by which events are joined. Equal where the values mean the same, however they are spelt.
 */
record JoinKey(List<KeyValue> values) implements Comparable<JoinKey> {
    /** The key of a pattern without join keys. */
    static final JoinKey NONE = new JoinKey(List.of());

    JoinKey {
        values = List.copyOf(values);
    }

    /** Nulls first, then value by value. */
    @Override public int compareTo(JoinKey other) {
        return IntStream.range(0, Math.min(values.size(), other.values.size())).map(i -> values.get(i).compareTo(other.values.get(i))).filter(order -> order != 0).findFirst()
                .orElse(Integer.compare(values.size(), other.values.size()));
    }

    /** The values as the first event spells them. */
    List<Optional<String>> shown() {
        return values.stream().map(KeyValue::shown).collect(Collectors.toUnmodifiableList());
    }
}
