package dev.spoor.exec.run;

import dev.spoor.exec.Row;

/** Takes rows from the step before and gives rows to the step behind. */
interface Step {
    void accept(Row row) throws RunLimitException;

    /** No more rows will come. */
    void finish() throws RunLimitException;

    /** Whether more rows would change nothing. */
    default boolean satisfied() {
        return false;
    }
}
