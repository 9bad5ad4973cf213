package dev.spoor.query.spl;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The comparisons and terms of {@code search} as conditions on events. */
final class EventCondition {
    private static final Set<String> ALL_TYPES = Arrays.stream(FieldType.values()).filter(type -> type != FieldType.NESTED && type != FieldType.OBJECT)
            .map(FieldType::elasticName).collect(Collectors.toUnmodifiableSet());
    private final Scope scope;
    private final Origins origins;

    EventCondition(Scope scope) {
        this.scope = scope;
        this.origins = new Origins(scope);
    }

    Expression compare(String name, String operator, String value, Span span) throws SplProblem {
        Optional<Expression> origin = origins.compare(name, operator, value);
        if (origin.isPresent()) {
            return origin.get();
        }
        if (name.equals("earliest") || name.equals("latest")) {
            return time(name, value, span);
        }
        if (name.equals(Scope.TIME)) {
            return new Expression.Holds(SearchLowering.test(scope.value(name), operator, value, span));
        }
        SplField field = scope.field(name);
        if (field.filled() && operator.equals("!=")) {
            return new Expression.Not(compare(name, "=", value, span));
        }
        if (field.filled() && value.equals("*") && operator.equals("=")) {
            return Expression.TRUE;
        }
        if (value.equals("*") && operator.equals("=")) {
            return has(field);
        }
        ValueTest test = SearchTest.of(operator, value, numeric(field.own()));
        Expression passes = passes(field, test, way -> SearchLowering.test(way.value(), operator, value, span));
        return field.filled() && unknown(operator, value) ? new Expression.Or(List.of(passes, new Expression.Not(has(field)))) : passes;
    }

    /** Whether what stands for a missing value passes a comparison. */
    private static boolean unknown(String operator, String value) {
        String text = FieldAliases.UNKNOWN;
        return switch (operator) {
            case "=" -> Stars.matches(value.toLowerCase(Locale.ROOT), text);
            case "<", "<=" -> text.compareTo(value) < 0;
            case ">", ">=" -> text.compareTo(value) > 0;
            default -> false;
        };
    }

    Expression oneOf(String name, List<String> values, Span span) throws SplProblem {
        boolean exact = values.stream().noneMatch(value -> value.indexOf('*') >= 0 || SearchTest.subnet(value) || unknown("=", value));
        if (exact && !origins.concerns(name) && scope.field(name).simple().isPresent() && !numeric(scope.field(name).own())) {
            return new Expression.Test(scope.field(name).own(), new ValueTest.OneOf(new LinkedHashSet<>(values), true));
        }
        List<Expression> terms = new ArrayList<>();
        for (String value : values) {
            terms.add(compare(name, "=", value, span));
        }
        return new Expression.Or(terms);
    }

    /** A word or phrase anywhere in the event, between characters that are no letters or digits. */
    Expression term(String text, boolean inCase) {
        if (text.chars().allMatch(c -> c == '*')) {
            return Expression.TRUE;
        }
        scope.note("words without a field are looked for in the values of fields, not in the original text");
        ValueTest test = new ValueTest.Matches(SearchTest.words(text), false, !inCase, true);
        return new Expression.AnyField(Glob.ALL, List.of(new Expression.TypedTest(ALL_TYPES, test)));
    }

    /** A condition on the value of a computed way. */
    private interface Computed {
        Scalar of(SplField.Way way);
    }

    private Expression passes(SplField field, ValueTest test, Computed computed) {
        boolean named = !field.own().candidates().isEmpty();
        List<Expression> terms = new ArrayList<>(named ? List.of(new Expression.Test(field.own(), test)) : List.of());
        List<Expression> free = new ArrayList<>(named ? List.of(new Expression.Not(new Expression.Exists(field.own()))) : List.of());
        for (SplField.Way way : field.ways()) {
            List<Expression> all = new ArrayList<>();
            way.condition().ifPresent(all::add);
            all.add(way.plain().<Expression>map(ref -> new Expression.Test(ref, test)).orElseGet(() -> new Expression.Holds(computed.of(way))));
            all.addAll(free);
            terms.add(new Expression.And(all));
            free.add(new Expression.Not(claims(way)));
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms);
    }

    private static Expression has(SplField field) {
        List<Expression> terms = new ArrayList<>(field.own().candidates().isEmpty() ? List.of() : List.of(new Expression.Exists(field.own())));
        field.ways().forEach(way -> terms.add(claims(way)));
        return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms);
    }

    /** The event takes the value of this way. */
    private static Expression claims(SplField.Way way) {
        List<Expression> all = new ArrayList<>();
        way.condition().ifPresent(all::add);
        way.plain().ifPresent(ref -> all.add(new Expression.Exists(ref)));
        if (way.plain().isEmpty() && !(way.value() instanceof Scalar.Literal)) {
            all.add(new Expression.Holds(new Scalar.Call("spl.isnotnull", List.of(way.value()), Span.NONE)));
        }
        return all.size() == 1 ? all.getFirst() : new Expression.And(all);
    }

    /** Whether a field holds numbers with fractions, where {@code 1} and {@code 1.0} are the same. */
    private boolean numeric(FieldRef field) {
        return field.candidates().stream().map(Field::path).anyMatch(path -> scope.context().types().type(path) == FieldType.DOUBLE);
    }

    private Expression time(String name, String value, Span span) throws SplProblem {
        Scalar moment = TimeModifier.moment(value, scope.context(), span);
        Scalar.Operator operator = name.equals("earliest") ? Scalar.Operator.GREATER_OR_EQUAL : Scalar.Operator.LESS;
        return new Expression.Holds(new Scalar.Compare(operator, scope.value(Scope.TIME), moment, Scalar.Collation.NUMERIC_TEXT));
    }
}
