package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import dev.spoor.query.expr.Scalar.Collation;
import dev.spoor.query.expr.Scalar.Operator;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Compares two values. */
final class Comparison {
    private Comparison() {}

    /** True, false, or null where either is unknown or the two cannot be compared. Of several values any may satisfy the comparison. */
    static Boolean compare(Operator operator, Object left, Object right, Collation collation) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof List<?> || right instanceof List<?>) {
            return collation == Collation.NUMERIC_TEXT ? any(operator, RowValues.list(left), RowValues.list(right)) : null;
        }
        OptionalInt order = order(left, right, collation);
        if (order.isEmpty()) {
            return operator == Operator.EQUAL ? Boolean.FALSE : operator == Operator.NOT_EQUAL ? Boolean.TRUE : null;
        }
        return holds(operator, order.getAsInt());
    }

    private static Boolean any(Operator operator, List<?> left, List<?> right) {
        for (Object a : left) {
            for (Object b : right) {
                if (Boolean.TRUE.equals(compare(operator, a, b, Collation.NUMERIC_TEXT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static OptionalInt order(Object left, Object right, Collation collation) {
        if (collation == Collation.NUMERIC_TEXT) {
            Number a = RowValues.number(left);
            Number b = RowValues.number(right);
            return OptionalInt.of(a != null && b != null ? RowValues.compareNumbers(a, b) : RowValues.text(left).compareTo(RowValues.text(right)));
        }
        if (left instanceof Number a && right instanceof Number b) {
            return OptionalInt.of(RowValues.compareNumbers(a, b));
        }
        if (left instanceof String a && right instanceof String b) {
            return OptionalInt.of(collation == Collation.TYPED ? a.compareTo(b) : a.compareToIgnoreCase(b));
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return OptionalInt.of(a.compareTo(b));
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return OptionalInt.of(a.compareTo(b));
        }
        return OptionalInt.empty();
    }
}
