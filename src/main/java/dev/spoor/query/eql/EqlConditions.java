package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.eql.EqlNode.Constant;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.eql.EqlNode.Manner;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.ValueLists;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes conditions on events of expressions, with negation pushed to the leaves. What a missing field means is decided there, as in the queries that Elasticsearch makes: a negated
 * equality or pattern holds for an event without the field, a negated range becomes the opposite range and does not, and what is computed is unknown and does not hold
 * either way. Not thread-safe.
 */
final class EqlConditions {
    private final EqlFields fields;
    private final EqlValues values;
    private final EqlScalars scalars;
    private final QueryErrors errors;

    EqlConditions(EqlFields fields, EqlValues values, QueryErrors errors) {
        this.fields = fields;
        this.values = values;
        this.errors = errors;
        this.scalars = new EqlScalars(fields, values, errors);
    }

    /** The events for which an expression is true. */
    Expression condition(EqlNode node) {
        return condition(node, false);
    }

    /** The events for which an expression is true, or, negated, for which it is false. */
    private Expression condition(EqlNode node, boolean negated) {
        return switch (node) {
            case Constant constant -> constant(constant, negated);
            case FieldName field -> field(field, negated);
            case EqlNode.Not(EqlNode term, Span _) -> condition(term, !negated);
            case EqlNode.And(List<EqlNode> terms, Span _) -> joined(terms, negated, negated);
            case EqlNode.Or(List<EqlNode> terms, Span _) -> joined(terms, negated, !negated);
            case EqlNode.Comparison comparison -> comparison(comparison, negated);
            case EqlNode.Among among -> among(among, negated);
            case EqlNode.Matching matching -> matching(matching, negated);
            case EqlNode.Call call -> call(call, negated);
            case EqlNode.Negative _, EqlNode.Arithmetic _ -> computed(node, negated);
        };
    }

    private Expression constant(Constant constant, boolean negated) {
        if (constant.value().isPresent() && !(constant.value().get() instanceof Boolean)) {
            errors.semantic(constant.span().start(), "Expected a condition, found " + scalars.type(constant).words() + ".");
        }
        return constant.value().isPresent() && !constant.value().get().equals(negated) ? Expression.TRUE : Expression.FALSE;
    }

    private Expression field(FieldName field, boolean negated) {
        return complement(fields.test(field, field.span(), type -> switch (EqlType.of(type)) {
            case BOOLEAN, UNKNOWN -> Fit.by(new ValueTest.Equal("true", false));
            case NUMBER, TEXT, DATE, ADDRESS, VERSION -> new Fit.Unfit("it is no condition; compare it with a value");
        }), negated);
    }

    private Expression joined(List<EqlNode> terms, boolean negated, boolean any) {
        List<Expression> all = terms.stream().map(term -> condition(term, negated)).toList();
        return any ? ValueLists.or(all) : new Expression.And(all);
    }

    private Expression comparison(EqlNode.Comparison written, boolean negated) {
        EqlNode.Comparison comparison = new EqlNode.Comparison(written.operator(), fields.nullIfUnknown(written.left()), fields.nullIfUnknown(written.right()), written.span());
        boolean turned = comparison.left() instanceof Constant && !(comparison.right() instanceof Constant);
        EqlNode left = turned ? comparison.right() : comparison.left();
        Operator operator = turned ? turned(comparison.operator()) : comparison.operator();
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (!((turned ? comparison.left() : comparison.right()) instanceof Constant constant)) {
            return computed(comparison, negated);
        }
        boolean not = negated ^ (operator == Operator.NOT_EQUAL);
        if (constant.isNull()) {
            return equality && left instanceof FieldName field ? complement(fields.present(field), !not) : computed(comparison, negated);
        }
        if (equality && constant.value().get() instanceof Boolean truth && !(left instanceof FieldName) && !(left instanceof Constant)) {
            return condition(left, not == truth);
        }
        if (!(left instanceof FieldName field)) {
            return computed(comparison, negated);
        }
        if (equality) {
            return complement(fields.test(field, constant.span(), type -> values.equal(type, constant, false)), not);
        }
        Operator range = negated ? opposite(operator) : operator;
        return fields.test(field, constant.span(), type -> values.range(type, range, constant));
    }

    private Expression among(EqlNode.Among among, boolean negated) {
        boolean plain = among.value() instanceof FieldName && among.list().stream().allMatch(Constant.class::isInstance);
        if (!plain) {
            return computed(among, negated);
        }
        FieldName field = (FieldName) among.value();
        List<Expression> tests = new ArrayList<>();
        for (EqlNode one : among.list()) {
            if (one instanceof Constant constant && !constant.isNull()) {
                tests.add(fields.test(field, constant.span(), type -> values.equal(type, constant, among.ignoreCase())));
            }
        }
        return complement(ValueLists.or(tests), negated);
    }

    private Expression matching(EqlNode.Matching matching, boolean negated) {
        if (!(matching.value() instanceof FieldName field)) {
            return computed(matching, negated);
        }
        List<Expression> tests = new ArrayList<>();
        for (Constant pattern : matching.patterns()) {
            boolean text = pattern.value().isPresent() && pattern.value().get() instanceof String;
            if (!text && matching.manner() != Manner.SAME) {
                errors.semantic(pattern.span().start(), matching.manner().word() + " takes patterns as strings.");
            } else if (!pattern.isNull()) {
                tests.add(fields.test(field, pattern.span(), type -> values.matching(type, matching, pattern)));
            }
        }
        return complement(ValueLists.or(tests), negated);
    }

    private Expression call(EqlNode.Call call, boolean negated) {
        Optional<EqlFunction> function = EqlFunction.named(call.function());
        List<EqlNode> arguments = call.arguments();
        boolean onField = function.isPresent() && arguments.size() > 1 && arguments.getFirst() instanceof FieldName
                && arguments.stream().skip(1).allMatch(argument -> argument instanceof Constant constant && constant.value().orElse(0) instanceof String);
        if (!onField) {
            return computed(call, negated);
        }
        FieldName field = (FieldName) arguments.getFirst();
        return switch (function.get()) {
            case CIDR_MATCH -> scalars.check(call).isPresent() ? blocks(field, arguments.subList(1, arguments.size()), negated) : Expression.FALSE;
            case STARTS_WITH, ENDS_WITH, STRING_CONTAINS -> scalars.check(call).isPresent() && EqlType.of(fields.type(field)).fits(EqlType.TEXT)
                    ? part(function.get(), call, field, (Constant) arguments.get(1), negated)
                    : computed(call, negated);
            case ADD, BETWEEN, CONCAT, DIVIDE, INDEX_OF, LENGTH, MODULO, MULTIPLY, NUMBER, STRING, SUBSTRING, SUBTRACT -> computed(call, negated);
        };
    }

    private Expression blocks(FieldName field, List<EqlNode> blocks, boolean negated) {
        List<Expression> tests = new ArrayList<>();
        for (EqlNode block : blocks) {
            tests.add(fields.test(field, block.span(), _ -> values.equal(FieldType.IP, (Constant) block, false)));
        }
        return complement(new Expression.Or(tests), negated);
    }

    /** A part of a text as a pattern. Elasticsearch asks the index for a prefix, and computes the others: so a field without value counts for the negated prefix only. */
    private Expression part(EqlFunction function, EqlNode.Call call, FieldName field, Constant part, boolean negated) {
        Glob.Builder glob = new Glob.Builder();
        if (function != EqlFunction.STARTS_WITH) {
            glob.any();
        }
        glob.literal(EqlValues.text(part));
        if (function != EqlFunction.ENDS_WITH) {
            glob.any();
        }
        ValueTest test = new ValueTest.Like(glob.build(), call.ignoreCase());
        if (function == EqlFunction.STARTS_WITH) {
            return complement(fields.test(field, part.span(), _ -> Fit.by(test)), negated);
        }
        return fields.test(field, part.span(), _ -> Fit.by(negated ? new ValueTest.Negated(test) : test));
    }

    /** What is computed for each event; of several values of a field one will do. */
    private Expression computed(EqlNode node, boolean negated) {
        List<Scalar.Name> names = new ArrayList<>();
        Scalar scalar = scalars.of(node, EqlType.BOOLEAN, names);
        Scalar wanted = negated ? new Scalar.Negation(scalar) : scalar;
        List<Scalar> arguments = new ArrayList<>();
        arguments.add(wanted);
        names.stream().distinct().forEach(arguments::add);
        return new Expression.Holds(arguments.size() == 1 ? wanted : new Scalar.Call("eql.any", arguments, node.span()));
    }

    private static Expression complement(Expression expression, boolean negated) {
        return negated ? Expression.not(expression) : expression;
    }

    private static Operator turned(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.LESS;
        };
    }
}
