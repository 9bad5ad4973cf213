package dev.spoor.explain;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The events that almost pass a rule's filter: those on which the fewest clauses fail. Of an {@code and} all failing clauses count, of an {@code or} those of its best clause, anything
 * else counts as one. Events of equal count go by number. Keeps a few; not thread-safe.
 */
public final class NearMisses {
    private static final Comparator<Miss> ORDER = Comparator.comparingInt(Miss::failing).thenComparingLong(Miss::event);
    private final int limit;
    private List<Miss> kept = new ArrayList<>();

    /**
     * An event.
     *
     * @param event   its number in the case
     * @param failing how many clauses fail, at least one
     */
    public record Miss(long event, int failing) {}

    /** Keeps at most so many. */
    public NearMisses(int limit) {
        this.limit = limit;
    }

    /** Looks at a segment. */
    public void pass(CompiledRule rule, Segment segment, long firstEvent, FieldTypes types) {
        ConditionMatcher matcher = new ConditionMatcher(segment, types, new ScalarEvaluator(types));
        List<Expression> conditions = switch (rule.finisher()) {
            case Finisher.Pattern(EventPattern pattern) -> conditions(pattern);
            case Finisher.Correlation(EventCorrelation correlation) -> conditions(correlation.events());
            case Finisher.EachEvent _, Finisher.Remembering _, Finisher.Table _ -> List.of(rule.filter());
        };
        int[] failing = failing(new Expression.Or(conditions), matcher, segment.size());
        for (int event = 0; event < failing.length; event++) {
            if (failing[event] > 0 && (kept.size() < limit || failing[event] < kept.getLast().failing())) {
                kept.add(new Miss(firstEvent + event, failing[event]));
                kept.sort(ORDER);
                kept = new ArrayList<>(kept.subList(0, Math.min(limit, kept.size())));
            }
        }
    }

    private static List<Expression> conditions(EventPattern pattern) {
        return pattern.conditions().stream().map(EventPattern.Condition::filter).toList();
    }

    private static int[] failing(Expression condition, ConditionMatcher matcher, int size) {
        int[] failing = new int[size];
        switch (condition) {
            case Expression.And(List<Expression> terms) -> terms.forEach(term -> {
                int[] inner = failing(term, matcher, size);
                for (int i = 0; i < size; i++) {
                    failing[i] += inner[i];
                }
            });
            case Expression.Or(List<Expression> terms) when !terms.isEmpty() -> {
                Arrays.fill(failing, Integer.MAX_VALUE);
                terms.forEach(term -> {
                    int[] inner = failing(term, matcher, size);
                    for (int i = 0; i < size; i++) {
                        failing[i] = Math.min(failing[i], inner[i]);
                    }
                });
            }
            case Expression.Holds(Scalar.AllOf(List<Scalar> terms)) -> {
                return failing(new Expression.And(terms.stream().<Expression>map(Expression.Holds::new).toList()), matcher, size);
            }
            case Expression.Constant _, Expression.Or _, Expression.Not _, Expression.Test _, Expression.Exists _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ -> {
                Bitmap found = matcher.matches(condition);
                for (int i = 0; i < size; i++) {
                    failing[i] = found.get(i) ? 0 : 1;
                }
            }
        }
        return failing;
    }

    /** The nearest, best first. */
    public List<Miss> nearest() {
        return List.copyOf(kept);
    }
}
