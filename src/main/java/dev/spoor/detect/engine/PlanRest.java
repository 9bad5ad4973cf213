package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.engine.DetectionEngine.RuleHits;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan where some rules were asked before: those whose condition is the same and does not depend on the types of the fields, which may have become known since. Immutable; thread-safe.
 */
final class PlanRest {
    private final PlanConditions rest;
    private final RulePlan plan;
    /** By rule id: the place in the plan of a rule that was asked before. */
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    PlanRest(RulePlan plan, RulePlan before, TestCompiler compiler) {
        this.plan = plan;
        Map<String, CompiledRule> known = new HashMap<>();
        before.rules().forEach(rule -> known.put(rule.rule().id(), rule));
        List<CompiledRule> fresh = new ArrayList<>();
        for (int place = 0; place < plan.rules().size(); place++) {
            CompiledRule rule = plan.rules().get(place);
            CompiledRule earlier = known.get(rule.rule().id());
            order.put(rule.rule().id(), place);
            if (earlier != null && rule.finisher() instanceof Finisher.EachEvent && lasting(rule.filter()) && rule.filter().equals(earlier.filter())) {
                places.put(rule.rule().id(), place);
            } else {
                fresh.add(rule);
            }
        }
        rest = new PlanConditions(new RulePlan(plan.types(), fresh), compiler);
    }

    private static boolean lasting(Expression condition) {
        return switch (condition) {
            case Expression.And(List<Expression> terms) -> terms.stream().allMatch(PlanRest::lasting);
            case Expression.Or(List<Expression> terms) -> terms.stream().allMatch(PlanRest::lasting);
            case Expression.Not(Expression term) -> lasting(term);
            case Expression.Constant _, Expression.Test _, Expression.Exists _, Expression.AnyValue _ -> true;
            case Expression.AnyField _, Expression.Nested _, Expression.Holds _ -> false;
        };
    }

    List<RuleHits> hits(Segment segment, EarlierHits earlier) {
        List<RuleHits> hits = new ArrayList<>(rest.plan().rules().isEmpty() ? List.of() : rest.hits(segment));
        for (EarlierHits.Found found : earlier.found()) {
            Integer place = places.get(found.rule().rule().id());
            if (place != null) {
                hits.add(new RuleHits(plan.rules().get(place), found.bitmap(segment.size()), Optional.empty(), new Bitmap(0), found.nanos()));
            }
        }
        hits.sort(Comparator.comparingInt(one -> order.get(one.rule().rule().id())));
        return hits;
    }
}
