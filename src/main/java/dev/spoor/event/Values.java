package dev.spoor.event;

/** What a field holds in one event: a single {@link Value}, or a {@link ValueList} (also of one) where the source had an array. */
public sealed interface Values permits Value, ValueList {
    /** How many values: 1 for a single value, at least 1 for a list. */
    int size();

    /** The value at a place, counted from 0. */
    Value get(int index);

    /** The value at the first place. */
    default Value first() {
        return get(0);
    }
}
