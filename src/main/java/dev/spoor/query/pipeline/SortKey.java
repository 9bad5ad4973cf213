package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;

/**
 * What rows are put in order by.
 *
 * @param nullsFirst whether rows without a value come first, whatever the direction
 */
public record SortKey(Scalar value, boolean descending, Order order, boolean nullsFirst) {
    /** How values are compared. */
    public enum Order {
        /** Numbers as numbers, before texts. */
        AUTO,
        /** As numbers. */
        NUMBER,
        /** As texts. */
        TEXT,
        /** As IP addresses. */
        IP
    }
}
