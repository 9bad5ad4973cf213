package dev.spoor.explain;

import dev.spoor.event.Field;
import dev.spoor.event.Values;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.TestCompiler;
import dev.spoor.explain.Clause.Held;
import dev.spoor.explain.Clause.Verdict;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.text.Span;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clauses of a condition on one event. Leaves are decided by the engine's matcher, composites by their children; conditions of functions are taken apart at their {@code and} and
 * {@code or}. Not thread-safe.
 */
public final class ClauseTree {
    private final EventRow row;
    private final ConditionMatcher matcher;
    private final QueryPlaces places;
    private final TestCompiler tests = new TestCompiler();

    /**
     * For one event.
     *
     * @param matcher of the event's segment
     * @param query   the text in which clauses are looked for; may be empty
     */
    public ClauseTree(EventRow row, ConditionMatcher matcher, String query) {
        this.row = row;
        this.matcher = matcher;
        this.places = new QueryPlaces(query);
    }

    /** The clauses of a condition. */
    public Clause of(Expression condition) {
        return switch (condition) {
            case Expression.And(List<Expression> terms) -> all(terms.stream().map(this::of).toList());
            case Expression.Or(List<Expression> terms) -> any(terms.stream().map(this::of).toList());
            case Expression.Not(Expression term) -> {
                Clause inner = of(term);
                yield composite("not", "not", !inner.holds(), List.of(inner));
            }
            case Expression.Test test -> test(test);
            case Expression.Exists exists -> leaf("exists", condition, places.find(exists.field().name(), List.of()), held(exists.field(), Optional.empty()), false);
            case Expression.Holds(Scalar.AllOf(List<Scalar> terms)) -> all(terms.stream().map(term -> of(new Expression.Holds(term))).toList());
            case Expression.Holds(Scalar.AnyOf(List<Scalar> terms)) -> any(terms.stream().map(term -> of(new Expression.Holds(term))).toList());
            case Expression.Holds(Scalar.Condition(Expression inner)) -> of(inner);
            case Expression.Holds(Scalar scalar) -> scalar(condition, scalar);
            case Expression.Constant _ -> leaf("constant", condition, Span.NONE, List.of(), false);
            case Expression.AnyField _ -> leaf("any_field", condition, Span.NONE, List.of(), false);
            case Expression.AnyValue _ -> leaf("any_value", condition, Span.NONE, List.of(), false);
            case Expression.Nested nested -> leaf("nested", condition, places.find(nested.path(), List.of()), List.of(), false);
        };
    }

    private static Clause all(List<Clause> children) {
        return composite("and", "all of " + children.size() + " clauses", children.stream().allMatch(Clause::holds), children);
    }

    private static Clause any(List<Clause> children) {
        return composite("or", "one of " + children.size() + " clauses", children.stream().anyMatch(Clause::holds), children);
    }

    private static Clause composite(String kind, String text, boolean holds, List<Clause> children) {
        return new Clause(kind, text, holds ? Verdict.TRUE : Verdict.FALSE, Span.NONE, List.of(), children);
    }

    private Clause test(Expression.Test test) {
        List<Held> held = held(test.field(), Optional.of(test.test()));
        return leaf("test", test, places.find(test.field().name(), ClauseText.literals(test.test())), held, held.isEmpty());
    }

    private Clause scalar(Expression condition, Scalar scalar) {
        List<FieldRef> names = new ArrayList<>();
        names(scalar, names);
        List<Held> held = new ArrayList<>();
        names.stream().distinct().forEach(name -> held.addAll(held(name, Optional.empty())));
        Span span = names.isEmpty() ? Span.NONE : places.find(names.getFirst().name(), List.of());
        return leaf("function", condition, span, held, !names.isEmpty() && held.isEmpty());
    }

    private static void names(Scalar scalar, List<FieldRef> into) {
        switch (scalar) {
            case Scalar.Name(FieldRef field) -> into.add(field);
            case Scalar.Compare compare -> {
                names(compare.left(), into);
                names(compare.right(), into);
            }
            case Scalar.AllOf(List<Scalar> terms) -> terms.forEach(term -> names(term, into));
            case Scalar.AnyOf(List<Scalar> terms) -> terms.forEach(term -> names(term, into));
            case Scalar.Negation(Scalar term) -> names(term, into);
            case Scalar.Tested tested -> names(tested.value(), into);
            case Scalar.Call call -> call.arguments().forEach(term -> names(term, into));
            case Scalar.Literal _, Scalar.Condition _ -> {}
        }
    }

    private Clause leaf(String kind, Expression condition, Span span, List<Held> held, boolean missing) {
        Bitmap one = new Bitmap(row.segment().size());
        one.set(row.index());
        boolean holds = matcher.matches(condition, one).get(row.index());
        return new Clause(kind, ClauseText.of(condition), holds ? Verdict.TRUE : missing ? Verdict.UNKNOWN : Verdict.FALSE, span, held, List.of());
    }

    private List<Held> held(FieldRef ref, Optional<ValueTest> test) {
        for (Field field : ref.candidates()) {
            Optional<Values> values = row.get(List.of(field));
            if (values.isPresent()) {
                return held(field, values.get(), test);
            }
        }
        return List.of();
    }

    private List<Held> held(Field field, Values values, Optional<ValueTest> test) {
        Optional<CompiledTest> compiled = test.map(tests::compile);
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = values.get(i).text();
            boolean passes = compiled.isPresent() && compiled.get().passes(values.get(i));
            held.add(new Held(field.path(), text, passes, passes ? MatchedText.of(test.get(), text) : List.of()));
        }
        return held;
    }
}
