package dev.spoor.exec;

import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Field;
import dev.spoor.event.View;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the events of one segment that satisfy conditions. Equal tests on equal fields are decided once, so all rules should share one matcher. Not
 * thread-safe: each thread takes its own segments.
 */
public final class ConditionMatcher {
    private final Segment segment;
    private final FieldTypes types;
    private final ScalarEvaluation scalars;
    private final TestCompiler compiler;
    private final Predicates predicates;
    private final Map<String, NestedElements> nested = new HashMap<>();

    /** A matcher with a compiler of its own, for a single query on a few segments. */
    public ConditionMatcher(Segment segment, FieldTypes types, ScalarEvaluation scalars) {
        this(segment, types, scalars, new TestCompiler());
    }

    /** A matcher that takes compiled tests from a compiler that the matchers of all segments share. */
    public ConditionMatcher(Segment segment, FieldTypes types, ScalarEvaluation scalars, TestCompiler compiler) {
        this.segment = segment;
        this.types = types;
        this.scalars = scalars;
        this.compiler = compiler;
        this.predicates = new Predicates(segment, compiler);
    }

    /** The events that satisfy a condition. A new bitmap. */
    public Bitmap matches(Expression condition) {
        return matches(condition, Bitmap.all(segment.size()));
    }

    /** The events of a set that satisfy a condition. A new bitmap; the set is not changed. */
    public Bitmap matches(Expression condition, Bitmap within) {
        return switch (condition) {
            case Expression.Constant(boolean value) -> value ? within.copy() : none();
            case Expression.And(List<Expression> terms) -> and(terms, within);
            case Expression.Or(List<Expression> terms) -> or(terms, within);
            case Expression.Not(Expression term) -> not(term, within);
            case Expression.Test test -> predicates.test(test.field().candidates(), test.test(), within);
            case Expression.Exists exists -> predicates.exists(exists.field().candidates(), within);
            case Expression.AnyField any -> anyField(any, within);
            case Expression.AnyValue(ValueTest test) -> anyValue(test, within);
            case Expression.Nested(String path, Expression inner) -> nested(path, inner, within);
            case Expression.Holds(Scalar scalar) -> holds(scalar, within);
        };
    }

    private Bitmap and(List<Expression> terms, Bitmap within) {
        Bitmap left = within.copy();
        for (Expression term : cheapFirst(terms)) {
            if (left.isEmpty()) {
                break;
            }
            left = matches(term, left);
        }
        return left;
    }

    private Bitmap or(List<Expression> terms, Bitmap within) {
        Bitmap found = none();
        Bitmap open = within.copy();
        for (Expression term : cheapFirst(terms)) {
            if (open.isEmpty()) {
                break;
            }
            Bitmap hits = matches(term, open);
            found.or(hits);
            open.andNot(hits);
        }
        return found;
    }

    private Bitmap not(Expression term, Bitmap within) {
        Bitmap left = within.copy();
        left.andNot(matches(term, within));
        return left;
    }

    private Bitmap anyField(Expression.AnyField any, Bitmap within) {
        GlobMatcher paths = new GlobMatcher(any.paths());
        Bitmap found = none();
        for (Field field : segment.fields()) {
            if (field.view() == View.ECS && paths.matches(field.path())) {
                String type = types.type(field.path()).elasticName();
                for (Expression.TypedTest typed : any.tests()) {
                    if (typed.types().contains(type)) {
                        found.or(predicates.test(List.of(field), typed.test(), within));
                    }
                }
            }
        }
        return found;
    }

    private Bitmap anyValue(ValueTest test, Bitmap within) {
        Bitmap found = none();
        Bitmap open = within.copy();
        for (Field field : segment.fields()) {
            if (field.view() == View.SOURCE) {
                found.or(predicates.test(List.of(field), test, within));
                open.andNot(segment.column(field).orElseThrow().present());
            }
        }
        for (Field field : open.isEmpty() ? List.<Field>of() : segment.fields()) {
            if (field.view() == View.ECS) {
                found.or(predicates.test(List.of(field), test, open));
            }
        }
        return found;
    }

    private Bitmap nested(String path, Expression condition, Bitmap within) {
        NestedElements elements = nested.computeIfAbsent(path, key -> new NestedElements(segment, key));
        Bitmap found = elements.matches(condition, part -> new ConditionMatcher(part, types, scalars, compiler));
        found.and(within);
        return found;
    }

    private Bitmap holds(Scalar scalar, Bitmap within) {
        Bitmap found = none();
        for (int event = within.next(0); event >= 0; event = within.next(event + 1)) {
            if (scalars.isTrue(scalar, new EventRow(segment, event))) {
                found.set(event);
            }
        }
        return found;
    }

    private Bitmap none() {
        return new Bitmap(segment.size());
    }

    private List<Expression> cheapFirst(List<Expression> terms) {
        return terms.size() < 2 ? terms : terms.stream().sorted(Comparator.comparingInt(this::cost)).toList();
    }

    /** A rough guess of the work that a condition makes; fields that no event has make none. */
    private int cost(Expression condition) {
        return switch (condition) {
            case Expression.Constant _ -> 0;
            case Expression.Exists _ -> 1;
            case Expression.Test test -> test.field().candidates().stream().noneMatch(segment::has) ? 0 : cost(test.test());
            case Expression.Not(Expression term) -> 1 + cost(term);
            case Expression.And(List<Expression> terms) -> 1 + terms.stream().mapToInt(this::cost).min().orElse(0);
            case Expression.Or(List<Expression> terms) -> 1 + terms.stream().mapToInt(this::cost).max().orElse(0);
            case Expression.AnyField _, Expression.AnyValue _ -> 100;
            case Expression.Nested _ -> 200;
            case Expression.Holds _ -> 1_000;
        };
    }

    private static int cost(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal _, ValueTest.OneOf _ -> 2;
            case ValueTest.InRange _, ValueTest.InSubnet _ -> 4;
            case ValueTest.Like _ -> 8;
            case ValueTest.Matches _ -> 40;
            case ValueTest.HasWords _, ValueTest.WordLike _, ValueTest.AnyWord _, ValueTest.WordsNear _ -> 60;
            case ValueTest.Every(List<ValueTest> tests) -> tests.stream().mapToInt(ConditionMatcher::cost).sum();
            case ValueTest.Negated(ValueTest inner) -> cost(inner);
        };
    }
}
