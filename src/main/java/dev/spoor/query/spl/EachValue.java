package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import java.util.List;

/** Puts a column in the place of what a field stands for, so that an expression can be computed for one value after the other. */
final class EachValue {
    private final Scalar column;

    EachValue(String name) {
        column = EvalLowering.column(name);
    }

    Scalar replace(Scalar scalar, Scalar field) {
        if (scalar.equals(field)) {
            return column;
        }
        return switch (scalar) {
            case Scalar.Literal literal -> literal;
            case Scalar.Name name -> name;
            case Scalar.Tested(Scalar tested, var test) -> new Scalar.Tested(replace(tested, field), test);
            case Scalar.Condition condition -> condition;
            case Scalar.Compare compare -> new Scalar.Compare(compare.operator(), replace(compare.left(), field), replace(compare.right(), field), compare.collation());
            case Scalar.AllOf all -> new Scalar.AllOf(each(all.terms(), field));
            case Scalar.AnyOf any -> new Scalar.AnyOf(each(any.terms(), field));
            case Scalar.Negation negation -> new Scalar.Negation(replace(negation.term(), field));
            case Scalar.Call call -> new Scalar.Call(call.function(), each(call.arguments(), field), call.span());
        };
    }

    private List<Scalar> each(List<Scalar> scalars, Scalar field) {
        return scalars.stream().map(scalar -> replace(scalar, field)).toList();
    }
}
