package dev.spoor.event;

import java.util.Objects;

/**
 * One value as the source spelt it.
 *
 * @param kind what the source said it is
 * @param text its text: a string's characters, a number's or boolean's literal, the JSON of a structure
 */
public record Value(Kind kind, String text) implements Values {
    /** What a value is in its source. The order is part of the case file's format. */
    public enum Kind {
        STRING, NUMBER, BOOLEAN,
        /** An array of objects, an empty array or object, or null, as JSON text. Never present for conditions; see the package. */
        JSON
    }

    public Value {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    public static Value string(String text) {
        return new Value(Kind.STRING, text);
    }

    public static Value number(long number) {
        return new Value(Kind.NUMBER, Long.toString(number));
    }

    /** A number by its literal, for example {@code 1.50} or {@code 1e3}. */
    public static Value number(String literal) {
        return new Value(Kind.NUMBER, literal);
    }

    public static Value bool(boolean value) {
        return new Value(Kind.BOOLEAN, value ? "true" : "false");
    }

    public static Value json(String json) {
        return new Value(Kind.JSON, json);
    }

    @Override public int size() {
        return 1;
    }

    @Override public Value get(int index) {
        Objects.checkIndex(index, 1);
        return this;
    }
}
