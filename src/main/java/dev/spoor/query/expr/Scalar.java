package dev.spoor.query.expr;

import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Computes a value from an event or a row. Results are {@code null} (unknown), {@code String}, {@code Long}, {@code Double}, {@code Boolean},
 * {@code java.time.Instant} or a {@code List} of these (a multi-value). Logic is three-valued.
 */
public sealed interface Scalar {
    /** A constant; empty stands for null. */
    record Literal(Optional<Object> value) implements Scalar {}

    /** A column of the row where it has one of this name, else a field of the event. */
    record Name(FieldRef field) implements Scalar {}

    /** Compares two values. Unknown where either is unknown. */
    record Compare(Operator operator, Scalar left, Scalar right, Collation collation) implements Scalar {}

    /** How two values are compared. */
    enum Operator {
        EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL
    }

    /** What texts and numbers mean to a comparison. */
    enum Collation {
        /** Numbers as numbers, texts exactly; a text never equals a number. */
        TYPED,
        /** As TYPED, ignoring the case of texts. */
        TYPED_IGNORE_CASE,
        /** Both as numbers where both read as numbers, else both as texts, exactly (SPL's eval). */
        NUMERIC_TEXT
    }

    /** All terms are true; unknown as in Kleene's logic. */
    record AllOf(List<Scalar> terms) implements Scalar {
        public AllOf {
            terms = List.copyOf(terms);
        }
    }

    /** At least one term is true. */
    record AnyOf(List<Scalar> terms) implements Scalar {
        public AnyOf {
            terms = List.copyOf(terms);
        }
    }

    /** True for false, false for true, unknown for unknown. */
    record Negation(Scalar term) implements Scalar {}

    /** Whether a value passes a test, as its text. Unknown for unknown. */
    record Tested(Scalar value, ValueTest test) implements Scalar {}

    /** Whether an event condition holds: never unknown. */
    record Condition(Expression expression) implements Scalar {}

    /**
     * A function of the registry in {@code exec.function}.
     *
     * @param function its registered name, with the language's prefix where languages differ ({@code spl.round})
     * @param span     where it stands in the query, for warnings
     */
    record Call(String function, List<Scalar> arguments, Span span) implements Scalar {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
