package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;

/** A step from rows to rows. */
public sealed interface Stage {
    /** Keeps the rows for which the condition is true. */
    record Where(Scalar condition) implements Stage {}
}
