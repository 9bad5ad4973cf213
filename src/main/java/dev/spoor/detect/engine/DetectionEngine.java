package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.detect.Memory;
import dev.spoor.detect.stateful.RememberLimits;
import dev.spoor.detect.stateful.RememberingRule;
import dev.spoor.detect.stateful.RememberingRules;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs all rules in one pass over the segments of a case. What the rules' conditions have in common is decided once per segment ({@code detect.predicates}). Rules with a pipeline keep the
 * events that pass their filter until the pass is over, because files do not arrive in time order. One object serves one run. {@link #find} may be called by
 * several threads, for different segments; everything else by one.
 */
public final class DetectionEngine {
    private final Map<String, PlanConditions> plans = new HashMap<>();
    private final Comparator<FoundEvent> order;
    private final Set<PlanConditions> asked = new HashSet<>();
    private final Map<String, RuleStatistics> statistics = new LinkedHashMap<>();
    private final Map<String, Survivors> survivors = new LinkedHashMap<>();
    private final Map<String, PatternFinish> patterns = new LinkedHashMap<>();
    private final Map<String, CorrelationFinish> correlations = new LinkedHashMap<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();
    private final Map<String, KeptRows> kept = new LinkedHashMap<>();
    private final RememberingRules remembering;
    private final boolean remembers;

    private record Survivors(CompiledRule rule, Finisher.Table finisher, FieldTypes types, List<FoundEvent> events) {}

    /**
     * @param plans the rules by data set; segments of a data set without a plan are passed over
     * @param order the order in which events are told
     */
    public DetectionEngine(Map<String, RulePlan> plans, Comparator<FoundEvent> order) {
        TestCompiler compiler = new TestCompiler();
        plans.forEach((dataset, plan) -> this.plans.put(dataset, new PlanConditions(plan, compiler)));
        this.order = order;
        this.remembering = new RememberingRules(order, RememberLimits.STANDARD);
        this.remembers = plans.values().stream().flatMap(plan -> plan.rules().stream()).anyMatch(rule -> rule.finisher() instanceof Finisher.Remembering);
    }

    /** What the filters found in a segment: the rules that found something, in the order of the plan. */
    public record Hits(NumberedSegment segment, List<RuleHits> rules) {
        /**
         * The same to be kept.
         *
         * @param plan the engine's plan for the segment's data set
         */
        public EarlierHits earlier(RulePlan plan) {
            return new EarlierHits(plan, rules.stream().filter(one -> !one.isEmpty()).map(EarlierHits.Found::of).toList());
        }
    }

    /** What one rule's filter found, and how long that took. */
    record RuleHits(CompiledRule rule, Bitmap events, Optional<PatternBits> bits, Bitmap indicators, long nanos) {
        boolean isEmpty() {
            return events.isEmpty() && indicators.isEmpty();
        }
    }

    /** Runs the rules' filters over a segment; matches of rules on single events go to the sink at once, by rule, then by event. */
    public void pass(NumberedSegment numbered, Consumer<Match> sink, Job job) {
        take(find(numbered, job), sink);
    }

    /** Runs the rules' filters over a segment. */
    public Hits find(NumberedSegment numbered, Job job) {
        job.check();
        PlanConditions plan = plans.get(numbered.segment().dataset());
        return new Hits(numbered, plan == null ? List.of() : plan.hits(numbered.segment()));
    }

    /** Runs those filters over a segment that were not run before. */
    public Hits find(NumberedSegment numbered, EarlierHits earlier, Job job) {
        job.check();
        PlanConditions plan = plans.get(numbered.segment().dataset());
        return new Hits(numbered, plan == null ? List.of() : plan.hits(numbered.segment(), earlier));
    }

    /** Takes what was found in a segment: to be called segment by segment, in the order of the case, so that alerts come in one order however many threads found them. */
    public void take(Hits hits, Consumer<Match> sink) {
        if (remembers) {
            remembering.seen(hits.segment().segment(), hits.segment().firstEvent());
        }
        PlanConditions plan = plans.get(hits.segment().segment().dataset());
        if (plan != null && asked.add(plan)) {
            plan.plan().rules().forEach(this::statistics);
        }
        // Events that are kept hold on to no column but those that are asked for at the end.
        NumberedSegment light = new NumberedSegment(hits.segment().segment().unloaded(), hits.segment().firstEvent());
        for (RuleHits one : hits.rules()) {
            statistics(one.rule()).add(one.nanos(), one.isEmpty() ? 0 : take(one, hits.segment(), light, sink));
        }
    }

    private int take(RuleHits hits, NumberedSegment numbered, NumberedSegment light, Consumer<Match> sink) {
        CompiledRule rule = hits.rule();
        return switch (rule.finisher()) {
            case Finisher.EachEvent() -> {
                List<FoundEvent> found = found(hits.events(), numbered);
                found.forEach(one -> sink.accept(new Match(rule, List.of(one), 1, "", Map.of())));
                yield found.size();
            }
            case Finisher.Remembering(Memory memory) -> {
                remembering.take(rule, memory, numbered.segment(), numbered.firstEvent(), hits.events(), hits.indicators());
                yield 0;
            }
            case Finisher.Table table -> {
                survivors.computeIfAbsent(rule.rule().id(), _ -> new Survivors(rule, table, types(numbered), new ArrayList<>())).events().addAll(found(hits.events(), light));
                yield 0;
            }
            case Finisher.Pattern(EventPattern pattern) -> {
                patterns.computeIfAbsent(rule.rule().id(), _ -> new PatternFinish(rule, pattern)).take(hits.bits().orElseThrow(), pattern, light);
                yield 0;
            }
            case Finisher.Correlation(EventCorrelation correlation) -> {
                correlations.computeIfAbsent(rule.rule().id(), _ -> new CorrelationFinish(rule, correlation)).take(hits.bits().orElseThrow(), light);
                yield 0;
            }
        };
    }

    private static List<FoundEvent> found(Bitmap events, NumberedSegment numbered) {
        List<FoundEvent> found = new ArrayList<>();
        for (int event = events.next(0); event >= 0; event = events.next(event + 1)) {
            found.add(new FoundEvent(new EventRow(numbered.segment(), event), numbered.firstEvent() + event));
        }
        return found;
    }

    /**
     * Finishes the rules that had to wait for all events.
     *
     * @throws RunLimitException if a rule needs more than the limits allow
     */
    public void finish(Consumer<Match> sink, Job job) throws RunLimitException {
        Map<FieldTypes, TableFinish> tables = new IdentityHashMap<>();
        for (Survivors waiting : survivors.values()) {
            job.check();
            long begin = System.nanoTime();
            waiting.events().sort(order);
            List<Match> matches = tables.computeIfAbsent(waiting.types(), types -> new TableFinish(types, kept)).matches(waiting.rule(), waiting.finisher(), waiting.events(), job);
            matches.forEach(sink);
            statistics(waiting.rule()).add(System.nanoTime() - begin, matches.size());
        }
        survivors.clear();
        for (Map.Entry<String, PatternFinish> waiting : patterns.entrySet()) {
            job.check();
            long begin = System.nanoTime();
            List<String> left = new ArrayList<>();
            List<Match> matches = waiting.getValue().matches(order, left, job);
            matches.forEach(sink);
            statistics.computeIfAbsent(waiting.getKey(), _ -> new RuleStatistics()).add(System.nanoTime() - begin, matches.size());
            if (!left.isEmpty()) {
                notes.put(waiting.getKey(), left);
            }
        }
        patterns.clear();
        for (CorrelationFinish waiting : correlations.values()) {
            job.check();
            long begin = System.nanoTime();
            List<String> left = new ArrayList<>();
            List<Match> matches = waiting.matches(order, left, job);
            matches.forEach(sink);
            statistics(waiting.rule()).add(System.nanoTime() - begin, matches.size());
            if (!left.isEmpty()) {
                notes.put(waiting.rule().rule().id(), left);
            }
        }
        correlations.clear();
        for (RememberingRule waiting : remembering.rules()) {
            long begin = System.nanoTime();
            long[] count = new long[1];
            waiting.finish(match -> {
                count[0]++;
                sink.accept(match);
            }, job);
            statistics(waiting.rule()).add(System.nanoTime() - begin, count[0]);
            if (!waiting.notes().isEmpty()) {
                notes.put(waiting.rule().rule().id(), waiting.notes());
            }
        }
    }

    /** What was left out of rules that put events together or remember them, by rule id; complete when the run is finished. */
    public Map<String, List<String>> notes() {
        return notes;
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
        return plans.get(numbered.segment().dataset()).plan().types();
    }

    private RuleStatistics statistics(CompiledRule rule) {
        return statistics.computeIfAbsent(rule.rule().id(), _ -> new RuleStatistics());
    }
}
