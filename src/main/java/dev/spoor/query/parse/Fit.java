package dev.spoor.query.parse;

import dev.spoor.query.expr.ValueTest;

/** Whether a value can be compared with fields of a type. */
public sealed interface Fit {
    /**
     * It can, by this test.
     *
     * @param exact false where Elasticsearch would decide some values otherwise
     */
    record Tested(ValueTest test, boolean exact) implements Fit {}

    /**
     * It cannot: Elasticsearch answers such a query with an error.
     *
     * @param reason what is wrong with the value, as a clause, for example {@code "abc" is no number}
     */
    record Unfit(String reason) implements Fit {}

    /** A test that decides as Elasticsearch does. */
    static Fit by(ValueTest test) {
        return new Tested(test, true);
    }
}
