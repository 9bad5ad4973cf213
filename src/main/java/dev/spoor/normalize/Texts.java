package dev.spoor.normalize;

import dev.spoor.event.Value;

/** Strings as values, the same object for the same text where it was asked for lately: segments know values by their identity. Not thread-safe. */
final class Texts {
    private static final int SLOTS = 4_096;
    private final Value[] recent = new Value[SLOTS];

    Value of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 12) & SLOTS - 1;
        Value held = recent[slot];
        if (held == null || !held.text().equals(text)) {
            held = Value.string(text);
            recent[slot] = held;
        }
        return held;
    }

    /** A value as a string: itself where it is one. */
    Value of(Value value) {
        return value.kind() == Value.Kind.STRING ? value : of(value.text());
    }
}
