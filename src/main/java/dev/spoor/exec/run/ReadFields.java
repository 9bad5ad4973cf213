package dev.spoor.exec.run;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fields that a scalar's value depends on. */
final class ReadFields {
    /** Scalars that read more fields are seldom the same for two events. */
    private static final int MOST = 16;
    private final Set<FieldRef> fields = new LinkedHashSet<>();
    private boolean more;

    private ReadFields() {}

    /** All that the value depends on; empty where it depends on something else, too, or on very many. */
    static Optional<List<FieldRef>> of(Scalar scalar) {
        ReadFields read = new ReadFields();
        read.add(scalar);
        return read.more || read.fields.size() > MOST ? Optional.empty() : Optional.of(new ArrayList<>(read.fields));
    }

    private void add(Scalar scalar) {
        switch (scalar) {
            case Scalar.Literal _ -> {}
            case Scalar.Name(FieldRef field) -> fields.add(field);
            case Scalar.Compare compare -> {
                add(compare.left());
                add(compare.right());
            }
            case Scalar.AllOf(List<Scalar> terms) -> terms.forEach(this::add);
            case Scalar.AnyOf(List<Scalar> terms) -> terms.forEach(this::add);
            case Scalar.Negation(Scalar term) -> add(term);
            case Scalar.Tested tested -> add(tested.value());
            case Scalar.Condition(Expression expression) -> add(expression);
            case Scalar.Call call -> {
                // What looks at the event itself: its time, and the fields of EQL's arrays.
                more |= call.function().equals("spl.time") || call.function().startsWith("eql.");
                call.arguments().forEach(this::add);
            }
        }
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Constant _ -> {}
            case Expression.And(List<Expression> terms) -> terms.forEach(this::add);
            case Expression.Or(List<Expression> terms) -> terms.forEach(this::add);
            case Expression.Not(Expression term) -> add(term);
            case Expression.Test test -> fields.add(test.field());
            case Expression.Exists(FieldRef field) -> fields.add(field);
            case Expression.Holds(Scalar scalar) -> add(scalar);
            case Expression.AnyField _, Expression.AnyValue _, Expression.Nested _ -> more = true;
        }
    }
}
