package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs all rules in one pass over the segments of a case. Equal predicates of different rules are decided once per segment. Rules with a pipeline keep the
 * events that pass their filter until the pass is over, because files do not arrive in time order. One object serves one run, on one thread.
 */
public final class DetectionEngine {
    private final Map<String, RulePlan> plans;
    private final Comparator<FoundEvent> order;
    private final TestCompiler compiler = new TestCompiler();
    private final Map<String, RuleStatistics> statistics = new LinkedHashMap<>();
    private final Map<String, Survivors> survivors = new LinkedHashMap<>();

    private final Map<String, KeptRows> kept = new LinkedHashMap<>();

    private record Survivors(CompiledRule rule, Finisher.Table finisher, FieldTypes types, List<FoundEvent> events) {}

    /**
     * @param plans the rules by data set; segments of a data set without a plan are passed over
     * @param order the order in which events are told
     */
    public DetectionEngine(Map<String, RulePlan> plans, Comparator<FoundEvent> order) {
        this.plans = Map.copyOf(plans);
        this.order = order;
        plans.values().forEach(plan -> plan.rules().forEach(rule -> compiler.expect(rule.filter())));
    }

    /** Runs the rules' filters over a segment; matches of rules on single events go to the sink at once, by rule, then by event. */
    public void pass(NumberedSegment numbered, Consumer<Match> sink, Job job) {
        RulePlan plan = plans.get(numbered.segment().dataset());
        if (plan == null) {
            return;
        }
        ConditionMatcher matcher = new ConditionMatcher(numbered.segment(), plan.types(), new ScalarEvaluator(plan.types()), compiler);
        for (CompiledRule rule : plan.rules()) {
            job.check();
            long begin = System.nanoTime();
            Bitmap found = matcher.matches(rule.filter());
            int count = found.isEmpty() ? 0 : take(rule, found, numbered, sink);
            statistics(rule).add(System.nanoTime() - begin, count);
        }
    }

    private int take(CompiledRule rule, Bitmap found, NumberedSegment numbered, Consumer<Match> sink) {
        int count = 0;
        for (int event = found.next(0); event >= 0; event = found.next(event + 1)) {
            FoundEvent one = new FoundEvent(new EventRow(numbered.segment(), event), numbered.firstEvent() + event);
            switch (rule.finisher()) {
                case Finisher.EachEvent() -> {
                    sink.accept(new Match(rule, List.of(one), 1, "", Map.of()));
                    count++;
                }
                case Finisher.Table table -> survivors.computeIfAbsent(rule.rule().id(), _ -> new Survivors(rule, table, types(numbered), new ArrayList<>())).events().add(one);
            }
        }
        return count;
    }

    /**
     * Finishes the rules that had to wait for all events.
     *
     * @throws RunLimitException if a rule needs more than the limits allow
     */
    public void finish(Consumer<Match> sink, Job job) throws RunLimitException {
        for (Survivors waiting : survivors.values()) {
            job.check();
            long begin = System.nanoTime();
            waiting.events().sort(order);
            List<Match> matches = new TableFinish(waiting.types(), kept).matches(waiting.rule(), waiting.finisher(), waiting.events(), job);
            matches.forEach(sink);
            statistics(waiting.rule()).add(System.nanoTime() - begin, matches.size());
        }
        survivors.clear();
    }

    /** Time and matches by rule id, of all rules that were asked. */
    public Map<String, RuleStatistics> statistics() {
        return statistics;
    }

    /** What exceptions kept out of the rows of rules with a pipeline, by id of the exception; complete when the run is finished. */
    public Map<String, KeptRows> keptRows() {
        return kept;
    }

    private FieldTypes types(NumberedSegment numbered) {
        return plans.get(numbered.segment().dataset()).types();
    }

    private RuleStatistics statistics(CompiledRule rule) {
        return statistics.computeIfAbsent(rule.rule().id(), _ -> new RuleStatistics());
    }
}
