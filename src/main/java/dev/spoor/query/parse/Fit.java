package dev.spoor.query.parse;

import dev.spoor.query.expr.ValueTest;

/** Whether a value can be compared with fields of a type. */
public sealed interface Fit {
    /** It can, by this test. */
    record Tested(ValueTest test) implements Fit {}

    /**
     * It cannot: Elasticsearch answers such a query with an error.
     *
     * @param reason what is wrong with the value, as a clause, for example {@code "abc" is no number}
     */
    record Unfit(String reason) implements Fit {}

    /** It fits, and this is the test. */
    static Fit by(ValueTest test) {
        return new Tested(test);
    }
}
