package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.eql.EqlNode.Constant;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.eql.EqlNode.Manner;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.Scalar.Collation;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.Suggestions;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes computed values of expressions, three-valued, and checks that types fit. Not thread-safe. */
final class EqlScalars {
    private final EqlFields fields;
    private final EqlValues values;
    private final QueryErrors errors;

    EqlScalars(EqlFields fields, EqlValues values, QueryErrors errors) {
        this.fields = fields;
        this.values = values;
        this.errors = errors;
    }

    /** What an expression comes to. */
    EqlType type(EqlNode node) {
        return switch (node) {
            case Constant(Optional<Object> value, Span _) -> value.map(EqlType::of).orElse(EqlType.UNKNOWN);
            case FieldName field -> EqlType.of(fields.type(field));
            case EqlNode.Call call -> EqlFunction.named(call.function()).map(EqlFunction::result).orElse(EqlType.UNKNOWN);
            case EqlNode.Negative _, EqlNode.Arithmetic _ -> EqlType.NUMBER;
            case EqlNode.Comparison _, EqlNode.Among _, EqlNode.Matching _, EqlNode.Not _, EqlNode.And _, EqlNode.Or _ -> EqlType.BOOLEAN;
        };
    }

    /** Whether no field has a part in an expression. */
    static boolean constant(EqlNode node) {
        return switch (node) {
            case Constant _ -> true;
            case FieldName _ -> false;
            case EqlNode.Call call -> call.arguments().stream().allMatch(EqlScalars::constant);
            case EqlNode.Negative(EqlNode operand, Span _) -> constant(operand);
            case EqlNode.Arithmetic arithmetic -> constant(arithmetic.left()) && constant(arithmetic.right());
            case EqlNode.Comparison comparison -> constant(comparison.left()) && constant(comparison.right());
            case EqlNode.Among among -> constant(among.value()) && among.list().stream().allMatch(EqlScalars::constant);
            case EqlNode.Matching matching -> constant(matching.value());
            case EqlNode.Not(EqlNode term, Span _) -> constant(term);
            case EqlNode.And(List<EqlNode> terms, Span _) -> terms.stream().allMatch(EqlScalars::constant);
            case EqlNode.Or(List<EqlNode> terms, Span _) -> terms.stream().allMatch(EqlScalars::constant);
        };
    }

    /**
     * The value of an expression.
     *
     * @param names gets the fields that it is computed from
     */
    Scalar scalar(EqlNode node, List<Scalar.Name> names) {
        return switch (node) {
            case Constant(Optional<Object> value, Span _) -> new Scalar.Literal(value);
            case FieldName field -> field(field, names);
            case EqlNode.Call call -> call(call, names);
            case EqlNode.Negative(EqlNode operand, Span span) -> new Scalar.Call("eql.negative", List.of(of(operand, EqlType.NUMBER, names)), span);
            case EqlNode.Arithmetic(char operator, EqlNode left, EqlNode right, Span span) -> new Scalar.Call(function(operator),
                    List.of(of(left, EqlType.NUMBER, names), of(right, EqlType.NUMBER, names)), span);
            case EqlNode.Comparison comparison -> comparison(comparison, names);
            case EqlNode.Among among -> among(among, names);
            case EqlNode.Matching matching -> matching(matching, names);
            case EqlNode.Not(EqlNode term, Span _) -> new Scalar.Negation(of(term, EqlType.BOOLEAN, names));
            case EqlNode.And(List<EqlNode> terms, Span _) -> new Scalar.AllOf(all(terms, names));
            case EqlNode.Or(List<EqlNode> terms, Span _) -> new Scalar.AnyOf(all(terms, names));
        };
    }

    /** The value of an expression that must be of a type; reports where it is not. */
    Scalar of(EqlNode node, EqlType wanted, List<Scalar.Name> names) {
        EqlType type = type(node);
        if (!type.fits(wanted)) {
            errors.semantic(node.span().start(), "Expected " + wanted.words() + ", found " + type.words() + ".");
        }
        return scalar(node, names);
    }

    private List<Scalar> all(List<EqlNode> terms, List<Scalar.Name> names) {
        return terms.stream().map(term -> of(term, EqlType.BOOLEAN, names)).toList();
    }

    private Scalar field(FieldName field, List<Scalar.Name> names) {
        Optional<FieldRef> ref = fields.resolve(field).map(resolved -> resolved.ref());
        if (ref.isEmpty()) {
            return new Scalar.Literal(Optional.empty());
        }
        Scalar.Name name = new Scalar.Name(ref.get());
        names.add(name);
        FieldType type = fields.type(field);
        return switch (EqlType.of(type)) {
            case NUMBER -> new Scalar.Call("eql.asnumber", List.of(name), field.span());
            case BOOLEAN -> new Scalar.Call("eql.asboolean", List.of(name), field.span());
            case TEXT, DATE, ADDRESS, VERSION -> new Scalar.Call("eql.string", List.of(name), field.span());
            case UNKNOWN -> name;
        };
    }

    private Scalar call(EqlNode.Call call, List<Scalar.Name> names) {
        Optional<EqlFunction> known = check(call);
        if (known.isEmpty()) {
            return new Scalar.Literal(Optional.empty());
        }
        EqlFunction function = known.get();
        List<Scalar> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            EqlNode argument = call.arguments().get(i);
            // a number may be converted to a number
            EqlType wanted = function == EqlFunction.NUMBER && i == 0 && type(argument) == EqlType.NUMBER ? EqlType.NUMBER : function.argument(i);
            arguments.add(of(argument, wanted, names));
        }
        if (function == EqlFunction.CIDR_MATCH) {
            return blocks(call, arguments);
        }
        return new Scalar.Call(function.registered(call.ignoreCase()), arguments, call.span());
    }

    /** The function that is called, if there is one that can be called so; reports if not. */
    Optional<EqlFunction> check(EqlNode.Call call) {
        Optional<EqlFunction> function = EqlFunction.named(call.function());
        if (function.isEmpty()) {
            errors.semantic(call.span().start(), "There is no function " + call.function() + "." + Suggestions.question(call.function(), EqlFunction.names()));
        } else if (call.ignoreCase() && !function.get().tilde()) {
            errors.semantic(call.span().start(), "The function " + function.get().written() + " has no form with ~.");
            return Optional.empty();
        } else if (!function.get().takes(call.arguments().size())) {
            errors.semantic(call.span().start(), "The function " + function.get().written() + " takes " + function.get().arity() + " arguments, found "
                    + call.arguments().size() + ".");
            return Optional.empty();
        }
        return function;
    }

    private Scalar blocks(EqlNode.Call call, List<Scalar> arguments) {
        List<Scalar> tests = new ArrayList<>();
        for (EqlNode argument : call.arguments().subList(1, call.arguments().size())) {
            if (!(argument instanceof Constant block) || block.isNull()) {
                errors.semantic(argument.span().start(), "cidrMatch takes blocks as strings, like \"10.0.0.0/8\".");
                continue;
            }
            switch (values.equal(FieldType.IP, block, false)) {
                case Fit.Tested(ValueTest test) -> tests.add(new Scalar.Tested(arguments.getFirst(), test));
                case Fit.Unfit(String reason) -> errors.semantic(block.span().start(), "cidrMatch: " + reason + ".");
            }
        }
        return new Scalar.AnyOf(tests);
    }

    private Scalar comparison(EqlNode.Comparison comparison, List<Scalar.Name> names) {
        Operator operator = comparison.operator();
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        boolean leftNull = comparison.left() instanceof Constant left && left.isNull();
        boolean rightNull = comparison.right() instanceof Constant right && right.isNull();
        if (equality && (leftNull || rightNull)) {
            Scalar missing = new Scalar.Call("eql.isnull", List.of(scalar(leftNull ? comparison.right() : comparison.left(), names)), comparison.span());
            return operator == Operator.EQUAL ? missing : new Scalar.Negation(missing);
        }
        comparable(comparison);
        Scalar left = scalar(comparison.left(), names);
        Scalar right = scalar(comparison.right(), names);
        if (equality && constant(comparison.left()) && constant(comparison.right())) {
            Scalar same = new Scalar.Call("eql.same", List.of(left, right), comparison.span());
            return operator == Operator.EQUAL ? same : new Scalar.Negation(same);
        }
        return new Scalar.Compare(operator, left, right, Collation.TYPED);
    }

    private void comparable(EqlNode.Comparison comparison) {
        EqlType left = type(comparison.left());
        EqlType right = type(comparison.right());
        if (!left.fits(right) && !right.fits(left)) {
            errors.semantic(comparison.right().span().start(), "Expected " + left.words() + " behind " + EqlNode.sign(comparison.operator()) + ", found " + right.words() + ".");
        }
    }

    private Scalar among(EqlNode.Among among, List<Scalar.Name> names) {
        Scalar value = scalar(among.value(), names);
        Collation collation = among.ignoreCase() ? Collation.TYPED_IGNORE_CASE : Collation.TYPED;
        List<Scalar> tests = new ArrayList<>();
        for (EqlNode one : among.list()) {
            comparable(new EqlNode.Comparison(Operator.EQUAL, among.value(), one, one.span()));
            tests.add(new Scalar.Compare(Operator.EQUAL, value, scalar(one, names), collation));
        }
        return new Scalar.AnyOf(tests);
    }

    private Scalar matching(EqlNode.Matching matching, List<Scalar.Name> names) {
        Scalar value = scalar(matching.value(), names);
        List<Scalar> tests = new ArrayList<>();
        for (Constant pattern : matching.patterns()) {
            Optional<Object> constant = pattern.value();
            if (constant.isPresent() && constant.get() instanceof String) {
                tests.add(new Scalar.Tested(value, values.test(matching, pattern)));
            } else if (matching.manner() == Manner.SAME) {
                comparable(new EqlNode.Comparison(Operator.EQUAL, matching.value(), pattern, pattern.span()));
                tests.add(new Scalar.Compare(Operator.EQUAL, value, new Scalar.Literal(constant), Collation.TYPED));
            } else {
                errors.semantic(pattern.span().start(), matching.manner().word() + " takes patterns as strings.");
            }
        }
        return new Scalar.AnyOf(tests);
    }

    private static String function(char operator) {
        return switch (operator) {
            case '+' -> "eql.add";
            case '-' -> "eql.subtract";
            case '*' -> "eql.multiply";
            case '/' -> "eql.divide";
            default -> "eql.modulo";
        };
    }
}
