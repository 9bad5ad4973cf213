package dev.spoor.rule.kept;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.Scalar.Collation;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.text.Span;
import java.util.Optional;

/** Computed values as bytes. Constants are kept where they are texts, whole numbers or booleans. */
final class ScalarForm {
    private static final int DEEPEST = 500;
    private static final int KINDS = 8;
    private static final int CONSTANTS = 4;

    private ScalarForm() {}

    static void write(Scalar scalar, Packer out, int depth) throws NotKeptException {
        if (depth > DEEPEST) {
            throw new NotKeptException("deep");
        }
        switch (scalar) {
            case Scalar.Literal(var value) -> {
                out.number(0);
                constant(value, out);
            }
            case Scalar.Name(var field) -> {
                out.number(1);
                out.field(field);
            }
            case Scalar.Compare(Operator operator, Scalar left, Scalar right, Collation collation) -> {
                out.number(2);
                out.choice(operator);
                write(left, out, depth + 1);
                write(right, out, depth + 1);
                out.choice(collation);
            }
            case Scalar.AllOf(var terms) -> {
                out.number(3);
                out.list(terms, term -> write(term, out, depth + 1));
            }
            case Scalar.AnyOf(var terms) -> {
                out.number(4);
                out.list(terms, term -> write(term, out, depth + 1));
            }
            case Scalar.Negation(Scalar term) -> {
                out.number(5);
                write(term, out, depth + 1);
            }
            case Scalar.Tested(Scalar value, var test) -> {
                out.number(6);
                write(value, out, depth + 1);
                TestForm.write(test, out, depth + 1);
            }
            case Scalar.Condition(var condition) -> {
                out.number(7);
                ConditionForm.write(condition, out, depth + 1);
            }
            case Scalar.Call(String function, var arguments, Span span) -> {
                out.number(KINDS);
                out.text(function);
                out.list(arguments, one -> write(one, out, depth + 1));
                out.number(span.start());
                out.number(span.end());
            }
        }
    }

    private static void constant(Optional<Object> value, Packer out) throws NotKeptException {
        switch (value.orElse(null)) {
            case null -> out.number(0);
            case String text -> {
                out.number(1);
                out.text(text);
            }
            case Long number -> {
                out.number(2);
                out.number(number);
            }
            case Boolean flag -> {
                out.number(3);
                out.flag(flag);
            }
            default -> throw new NotKeptException("a constant of another type");
        }
    }

    static Scalar read(Unpacker in, int depth) throws DamagedFileException {
        if (depth > DEEPEST) {
            throw new DamagedFileException("nested too deep");
        }
        return switch (in.below(KINDS + 1)) {
            case 0 -> new Scalar.Literal(constant(in));
            case 1 -> new Scalar.Name(in.field());
            case 2 -> new Scalar.Compare(in.choice(Operator.values()), read(in, depth + 1), read(in, depth + 1), in.choice(Collation.values()));
            case 3 -> new Scalar.AllOf(in.list(() -> read(in, depth + 1)));
            case 4 -> new Scalar.AnyOf(in.list(() -> read(in, depth + 1)));
            case 5 -> new Scalar.Negation(read(in, depth + 1));
            case 6 -> new Scalar.Tested(read(in, depth + 1), TestForm.read(in, depth + 1));
            case 7 -> new Scalar.Condition(ConditionForm.read(in, depth + 1));
            default -> new Scalar.Call(in.text(), in.list(() -> read(in, depth + 1)), new Span(in.whole(), in.whole()));
        };
    }

    private static Optional<Object> constant(Unpacker in) throws DamagedFileException {
        return switch (in.below(CONSTANTS)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(in.text());
            case 2 -> Optional.of(in.number());
            default -> Optional.of(in.flag());
        };
    }
}
