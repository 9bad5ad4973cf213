package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.Memory;
import dev.spoor.detect.engine.DetectionEngine.RuleHits;
import dev.spoor.detect.predicates.SegmentAnswers;
import dev.spoor.detect.predicates.SharedConditions;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The conditions of a plan's rules, and which of them belong to which rule. Thread-safe. */
final class PlanConditions {
    private final RulePlan plan;
    /** By rule: the number of its first condition; and one behind the last. */
    private final int[] firsts;
    /** By condition: its rule's place in the plan. */
    private final int[] owners;
    private final TestCompiler compiler;
    private final ScalarEvaluator scalars;
    private final Map<RulePlan, PlanRest> rests = Collections.synchronizedMap(new IdentityHashMap<>());
    /** Made when it is first needed. */
    private SharedConditions shared;

    PlanConditions(RulePlan plan, TestCompiler compiler) {
        this.plan = plan;
        this.compiler = compiler;
        this.scalars = new ScalarEvaluator(plan.types());
        this.firsts = new int[plan.rules().size() + 1];
        for (int rule = 0; rule < plan.rules().size(); rule++) {
            firsts[rule + 1] = firsts[rule] + conditions(plan.rules().get(rule)).size();
        }
        owners = IntStream.range(0, plan.rules().size()).flatMap(rule -> IntStream.range(firsts[rule], firsts[rule + 1]).map(_ -> rule)).toArray();
    }

    private synchronized SharedConditions shared() {
        if (shared == null) {
            shared = new SharedConditions(plan.rules().stream().flatMap(rule -> conditions(rule).stream()).toList(), compiler);
        }
        return shared;
    }

    RulePlan plan() {
        return plan;
    }

    /** What the rules find in a segment where some were asked before. */
    List<RuleHits> hits(Segment segment, EarlierHits earlier) {
        return rests.computeIfAbsent(earlier.plan(), before -> new PlanRest(plan, before, compiler)).hits(segment, earlier);
    }

    /** What the rules find in a segment: those that were looked at, in the order of the plan. */
    List<RuleHits> hits(Segment segment) {
        SegmentAnswers answers = shared().answers(segment, plan.types(), scalars);
        List<RuleHits> hits = new ArrayList<>();
        BitSet asked = answers.asked();
        for (int condition = asked.nextSetBit(0); condition >= 0;) {
            int rule = owners[condition];
            hits.add(hits(rule, answers, segment.size()));
            condition = asked.nextSetBit(firsts[rule + 1]);
        }
        return hits;
    }

    private RuleHits hits(int number, SegmentAnswers answers, int size) {
        CompiledRule rule = plan.rules().get(number);
        long nanos = 0;
        for (int condition = firsts[number]; condition < firsts[number + 1]; condition++) {
            nanos += answers.nanos(condition);
        }
        Bitmap first = answers.events(firsts[number]);
        Bitmap nothing = new Bitmap(0);
        if (pattern(rule).isPresent()) {
            List<Bitmap> each = IntStream.range(firsts[number], firsts[number + 1]).mapToObj(answers::events).toList();
            PatternBits bits = PatternBits.of(each, size);
            return new RuleHits(rule, bits.any(), Optional.of(bits), nothing, nanos);
        }
        Bitmap indicators = indicators(rule).isPresent() ? answers.events(firsts[number] + 1) : nothing;
        return new RuleHits(rule, first, Optional.empty(), indicators, nanos);
    }

    private static List<Expression> conditions(CompiledRule rule) {
        Optional<EventPattern> pattern = pattern(rule);
        if (pattern.isPresent()) {
            return pattern.get().conditions().stream().map(EventPattern.Condition::filter).toList();
        }
        return indicators(rule).map(condition -> List.of(rule.filter(), condition)).orElse(List.of(rule.filter()));
    }

    private static Optional<Expression> indicators(CompiledRule rule) {
        return rule.finisher() instanceof Finisher.Remembering(Memory.Indicators(Expression condition, _, _, _)) ? Optional.of(condition) : Optional.empty();
    }

    private static Optional<EventPattern> pattern(CompiledRule rule) {
        return switch (rule.finisher()) {
            case Finisher.Pattern(EventPattern pattern) -> Optional.of(pattern);
            case Finisher.Correlation(EventCorrelation correlation) -> Optional.of(correlation.events());
            case Finisher.EachEvent _, Finisher.Table _, Finisher.Remembering _ -> Optional.empty();
        };
    }
}
