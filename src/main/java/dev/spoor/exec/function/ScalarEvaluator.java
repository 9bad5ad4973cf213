package dev.spoor.exec.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Value;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.ScalarEvaluation;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.RegexSize;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Computes scalars on events and rows. Thread-safe. */
public final class ScalarEvaluator implements ScalarEvaluation {
    private static final int MAX_PATTERNS = 1_000;
    private final FieldTypes types;
    private final TestCompiler compiler = new TestCompiler();
    private final Map<String, Optional<Pattern>> patterns = new ConcurrentHashMap<>();
    private final Map<String, ConditionFunctions.SearchTerm> searchTerms = new ConcurrentHashMap<>();

    /**
     * @param types types of the fields, for conditions inside of scalars
     */
    public ScalarEvaluator(FieldTypes types) {
        this.types = types;
    }

    /** The types of the fields. */
    public FieldTypes types() {
        return types;
    }

    @Override public boolean isTrue(Scalar scalar, EventRow event) {
        return isTrue(scalar, Row.of(event));
    }

    /** Whether a scalar is true for a row: not false, not unknown. */
    public boolean isTrue(Scalar scalar, Row row) {
        return Boolean.TRUE.equals(value(scalar, row));
    }

    /**
     * What a scalar comes to.
     *
     * @return null for unknown, else one of the values of {@link Scalar}
     * @throws IllegalArgumentException if the registry lacks a function, which front ends do not let through
     */
    public Object value(Scalar scalar, Row row) {
        return switch (scalar) {
            case Scalar.Literal(Optional<Object> value) -> value.orElse(null);
            case Scalar.Name(FieldRef field) -> named(field, row);
            case Scalar.Compare compare -> Comparison.compare(compare.operator(), value(compare.left(), row), value(compare.right(), row), compare.collation());
            case Scalar.AllOf(List<Scalar> terms) -> joined(terms, row, false);
            case Scalar.AnyOf(List<Scalar> terms) -> joined(terms, row, true);
            case Scalar.Negation(Scalar term) -> value(term, row) instanceof Boolean known ? !known : null;
            case Scalar.Tested(Scalar tested, ValueTest test) -> tested(value(tested, row), test);
            case Scalar.Condition(Expression expression) -> condition(expression, row);
            case Scalar.Call call -> Functions.named(call.function()).apply(new Arguments(this, call.arguments(), row));
        };
    }

    private Object named(FieldRef field, Row row) {
        if (row.has(field.name())) {
            return row.get(field.name());
        }
        if (row.event().isEmpty() || field.candidates().isEmpty()) {
            return null;
        }
        return row.event().get().get(field.candidates()).map(RowValues::of).orElse(null);
    }

    /** Kleene's AND (ended by a false) and OR (ended by a true). */
    private Object joined(List<Scalar> terms, Row row, boolean end) {
        boolean unknown = false;
        for (Scalar term : terms) {
            Object value = value(term, row);
            if (value instanceof Boolean known) {
                if (known == end) {
                    return end;
                }
            } else {
                unknown = true;
            }
        }
        return unknown ? null : Boolean.valueOf(!end);
    }

    private boolean condition(Expression expression, Row row) {
        return switch (expression) {
            case Expression.Constant(boolean value) -> value;
            case Expression.And(List<Expression> terms) -> terms.stream().allMatch(term -> condition(term, row));
            case Expression.Or(List<Expression> terms) -> terms.stream().anyMatch(term -> condition(term, row));
            case Expression.Not(Expression term) -> !condition(term, row);
            case Expression.Test test -> row.event().flatMap(event -> event.get(test.field().candidates())).filter(values -> passes(values, test)).isPresent();
            case Expression.Exists exists -> row.event().flatMap(event -> event.get(exists.field().candidates())).isPresent();
            case Expression.Holds(Scalar scalar) -> isTrue(scalar, row);
            case Expression.AnyField _, Expression.AnyValue _, Expression.Nested _ -> row.event().isPresent() && matches(expression, row.event().get());
        };
    }

    private boolean passes(dev.spoor.event.Values values, Expression.Test test) {
        CompiledTest compiled = compiler.compile(test.test());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).kind() != Value.Kind.JSON && compiled.passes(values.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Boolean tested(Object value, ValueTest test) {
        return value == null ? null : Boolean.valueOf(RowValues.list(value).stream().anyMatch(one -> passes(one, test)));
    }

    boolean passes(Object value, ValueTest test) {
        return compiler.compile(test).passes(Value.string(RowValues.text(value)));
    }

    private boolean matches(Expression expression, EventRow event) {
        Bitmap one = new Bitmap(event.segment().size());
        one.set(event.index());
        return !new ConditionMatcher(event.segment(), types, this, compiler).matches(expression, one).isEmpty();
    }

    /** A regular expression, compiled once; empty where it is none. */
    Optional<Pattern> pattern(String regex) {
        if (patterns.size() > MAX_PATTERNS) {
            patterns.clear();
        }
        return patterns.computeIfAbsent(regex, ScalarEvaluator::compile);
    }

    /** What {@code search} compares with, made ready once. */
    ConditionFunctions.SearchTerm searchTerm(String text) {
        if (searchTerms.size() > MAX_PATTERNS) {
            searchTerms.clear();
        }
        return searchTerms.computeIfAbsent(text, sought -> ConditionFunctions.SearchTerm.of(sought, compiler));
    }

    private static Optional<Pattern> compile(String regex) {
        if (!RegexSize.small(regex)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
