package dev.spoor.rule.kept;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.parse.Query;
import java.util.Set;

/** Conditions on events as bytes. */
final class ConditionForm {
    private static final int DEEPEST = 500;
    private static final int KINDS = 10;
    private static final int WILDCARDS = 2;

    private ConditionForm() {}

    static void write(Query.Events query, Packer out) throws NotKeptException {
        write(query.filter(), out, 0);
        out.texts(query.fields());
        out.texts(query.approximations());
    }

    static Query.Events read(Unpacker in) throws DamagedFileException {
        return new Query.Events(read(in, 0), Set.copyOf(in.texts()), in.texts());
    }

    static void write(Expression condition, Packer out, int depth) throws NotKeptException {
        if (depth > DEEPEST) {
            throw new NotKeptException("deep");
        }
        switch (condition) {
            case Expression.Constant(boolean value) -> out.number(value ? 1 : 0);
            case Expression.And(var terms) -> {
                out.number(2);
                out.list(terms, term -> write(term, out, depth + 1));
            }
            case Expression.Or(var terms) -> {
                out.number(3);
                out.list(terms, term -> write(term, out, depth + 1));
            }
            case Expression.Not(Expression term) -> {
                out.number(4);
                write(term, out, depth + 1);
            }
            case Expression.Test(var field, var test) -> {
                out.number(5);
                out.field(field);
                TestForm.write(test, out, depth + 1);
            }
            case Expression.Exists(var field) -> {
                out.number(6);
                out.field(field);
            }
            case Expression.AnyField(Glob paths, var tests) -> {
                out.number(7);
                glob(paths, out);
                out.list(tests, typed -> {
                    out.texts(typed.types());
                    TestForm.write(typed.test(), out, depth + 1);
                });
            }
            case Expression.AnyValue(var test) -> {
                out.number(8);
                TestForm.write(test, out, depth + 1);
            }
            case Expression.Nested(String path, Expression inner) -> {
                out.number(9);
                out.text(path);
                write(inner, out, depth + 1);
            }
            case Expression.Holds(var scalar) -> {
                out.number(KINDS);
                ScalarForm.write(scalar, out, depth + 1);
            }
        }
    }

    static Expression read(Unpacker in, int depth) throws DamagedFileException {
        if (depth > DEEPEST) {
            throw new DamagedFileException("nested too deep");
        }
        return switch (in.below(KINDS + 1)) {
            case 0 -> Expression.FALSE;
            case 1 -> Expression.TRUE;
            case 2 -> new Expression.And(in.list(() -> read(in, depth + 1)));
            case 3 -> new Expression.Or(in.list(() -> read(in, depth + 1)));
            case 4 -> new Expression.Not(read(in, depth + 1));
            case 5 -> new Expression.Test(in.field(), TestForm.read(in, depth + 1));
            case 6 -> new Expression.Exists(in.field());
            case 7 -> new Expression.AnyField(glob(in), in.list(() -> new Expression.TypedTest(Set.copyOf(in.texts()), TestForm.read(in, depth + 1))));
            case 8 -> new Expression.AnyValue(TestForm.read(in, depth + 1));
            case 9 -> new Expression.Nested(in.text(), read(in, depth + 1));
            default -> new Expression.Holds(ScalarForm.read(in, depth + 1));
        };
    }

    static void glob(Glob glob, Packer out) throws NotKeptException {
        out.list(glob.pieces(), piece -> {
            switch (piece) {
                case Glob.Wildcard wildcard -> out.choice(wildcard);
                case Glob.Literal(String text) -> {
                    out.number(WILDCARDS);
                    out.text(text);
                }
            }
        });
    }

    static Glob glob(Unpacker in) throws DamagedFileException {
        return new Glob(in.list(() -> {
            int kind = in.below(WILDCARDS + 1);
            if (kind < WILDCARDS) {
                return Glob.Wildcard.values()[kind];
            }
            String text = in.text();
            if (text.isEmpty()) {
                throw new DamagedFileException("a part of a pattern without characters");
            }
            return new Glob.Literal(text);
        }));
    }
}
