package dev.spoor.query.sigma;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.Bound;
import dev.spoor.query.parse.ValueLists;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes conditions of detection items. Used for one rule, by one thread. */
final class ItemLowering {
    /** How a part of a time is written by strftime. */
    private static final Map<String, String> PARTS = Map.of("minute", "%M", "hour", "%H", "day", "%d", "month", "%m", "year", "%Y", "week", "%V");
    private final LogSource source;
    private final Placeholders placeholders;
    private final Resolved resolved;
    private final Problems problems;
    private final Set<String> fields;
    private final Set<String> approximations;

    ItemLowering(LogSource source, Placeholders placeholders, Resolved resolved, Problems problems, Set<String> fields, Set<String> approximations) {
        this.resolved = resolved;
        this.source = source;
        this.placeholders = placeholders;
        this.problems = problems;
        this.fields = fields;
        this.approximations = approximations;
    }

    /** A field, or any value where the key names none, and what it is compared with. */
    Expression item(FieldKey key, YamlNode value) {
        Modifiers modifiers = new Modifiers(key, placeholders, problems);
        Optional<List<SigmaValue>> values = modifiers.apply(YamlNode.list(value));
        if (values.isEmpty()) {
            return Expression.FALSE;
        }
        List<Expression> terms = new ArrayList<>();
        for (SigmaValue one : values.get()) {
            terms.add(key.field().isEmpty() ? keyword(key, one, modifiers.cased) : test(key, one, modifiers));
        }
        Expression joined = terms.size() == 1 ? terms.getFirst() : modifiers.all ? new Expression.And(terms) : ValueLists.or(terms);
        return modifiers.negated ? Expression.not(joined) : joined;
    }

    private FieldRef field(String name) {
        fields.add(name);
        return resolved.field(name, source);
    }

    private Expression keyword(FieldKey key, SigmaValue value, boolean cased) {
        return switch (value) {
            case SigmaValue.Str(Glob glob, String _, boolean _) -> new Expression.AnyValue(Wildcards.test(Wildcards.open(glob, true, true), cased));
            case SigmaValue.Regex regex -> regex(key, regex).<Expression>map(Expression.AnyValue::new).orElse(Expression.FALSE);
            case SigmaValue.Tested(ValueTest test) -> new Expression.AnyValue(test);
            case SigmaValue.Bytes _, SigmaValue.None _, SigmaValue.Compared _, SigmaValue.Other _, SigmaValue.Present _ -> {
                problems.semantic(key.at(), "A value without a field is a text or a regular expression.");
                yield Expression.FALSE;
            }
        };
    }

    private Expression test(FieldKey key, SigmaValue value, Modifiers modifiers) {
        FieldRef field = field(key.field());
        if (modifiers.timePart.isPresent()) {
            return timePart(key, field, value, modifiers.timePart.get());
        }
        return switch (value) {
            case SigmaValue.Str(Glob glob, String _, boolean _) -> new Expression.Test(field, Wildcards.test(glob, modifiers.cased));
            case SigmaValue.Regex regex -> regex(key, regex).<Expression>map(test -> new Expression.Test(field, test)).orElse(Expression.FALSE);
            case SigmaValue.Tested(ValueTest test) -> new Expression.Test(field, test);
            case SigmaValue.None _ -> Expression.not(new Expression.Exists(field));
            case SigmaValue.Present(boolean present) -> present ? new Expression.Exists(field) : Expression.not(new Expression.Exists(field));
            case SigmaValue.Compared(Operator operator, String number) -> new Expression.Test(field, range(operator, number));
            case SigmaValue.Other(String other, SigmaValue.Place place) -> fields(field, field(other), place, modifiers.cased);
            case SigmaValue.Bytes _ -> throw new IllegalStateException("bytes become a text behind the modifiers");
        };
    }

    private Optional<ValueTest> regex(FieldKey key, SigmaValue.Regex regex) {
        SigmaRegex read = SigmaRegex.of(regex.pcre(), regex.flags());
        if (read.test().isEmpty()) {
            problems.unsupported(key.at(), read.problem());
        }
        if (read.looser()) {
            approximations.add("possessive and atomic parts of a regular expression match like plain ones");
        }
        return read.test();
    }

    private static ValueTest range(Operator operator, String number) {
        Bound bound = new Bound(number, operator == Operator.LESS_OR_EQUAL || operator == Operator.GREATER_OR_EQUAL);
        boolean high = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        return new ValueTest.InRange(ValueTest.Domain.NUMBER, high ? Optional.empty() : Optional.of(bound), high ? Optional.of(bound) : Optional.empty());
    }

    /** One field's value stands in another's. */
    private static Expression fields(FieldRef field, FieldRef other, SigmaValue.Place place, boolean cased) {
        Scalar left = new Scalar.Name(field);
        Scalar right = new Scalar.Name(other);
        String test = switch (place) {
            case WHOLE -> "";
            case BEGIN -> "startswith";
            case END -> "endswith";
            case INSIDE -> "stringcontains";
        };
        if (test.isEmpty()) {
            return new Expression.Holds(new Scalar.Compare(Operator.EQUAL, cased ? left : call("spl.lower", left), cased ? right : call("spl.lower", right),
                    Scalar.Collation.NUMERIC_TEXT));
        }
        return new Expression.Holds(call("eql." + test + (cased ? "" : "~"), left, right));
    }

    private Expression timePart(FieldKey key, FieldRef field, SigmaValue value, String part) {
        Operator operator = value instanceof SigmaValue.Compared compared ? compared.operator() : Operator.EQUAL;
        String number = switch (value) {
            case SigmaValue.Compared compared -> compared.number();
            case SigmaValue.Str str -> str.raw();
            default -> "";
        };
        if (!number.matches("[0-9]{1,9}")) {
            problems.semantic(key.at(), "A part of a time is compared with a whole number.");
            return Expression.FALSE;
        }
        if (!PARTS.containsKey(part)) {
            problems.unsupported(key.at(), "The modifier " + part + " is not there yet.");
            return Expression.FALSE;
        }
        Scalar time = call("spl.strftime", call("spl.time", new Scalar.Name(field)), text(PARTS.get(part)), text("UTC"));
        Scalar compare = new Scalar.Compare(operator, time, new Scalar.Literal(Optional.of(Long.valueOf(number))), Scalar.Collation.NUMERIC_TEXT);
        return Expression.and(new Expression.Exists(field), new Expression.Holds(compare));
    }

    private static Scalar text(String text) {
        return new Scalar.Literal(Optional.of(text));
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }
}
