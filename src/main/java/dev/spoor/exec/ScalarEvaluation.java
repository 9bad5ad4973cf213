package dev.spoor.exec;

import dev.spoor.query.expr.Scalar;
import dev.spoor.segment.EventRow;

/** Computes scalars on events, for conditions that need several fields of one event. */
@FunctionalInterface
public interface ScalarEvaluation {
    /** Whether the scalar is true for the event: not false, not unknown. */
    boolean isTrue(Scalar scalar, EventRow row);
}
