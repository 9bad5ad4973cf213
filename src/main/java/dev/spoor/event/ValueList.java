package dev.spoor.event;

import java.util.List;

/**
 * Several values of one field, in the order of the source; repeats are kept.
 *
 * @param values at least one (an empty array is a {@link Value} of kind JSON)
 */
public record ValueList(List<Value> values) implements Values {
    public ValueList {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an empty list is Value.json(\"[]\")");
        }
    }

    @Override public int size() {
        return values.size();
    }

    @Override public Value get(int index) {
        return values.get(index);
    }
}
