package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.Match;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.EarlierHits;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.event.Field;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.Rule;
import dev.spoor.rule.Severity;
import dev.spoor.segment.Segment;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.time.Instant;
import dev.spoor.triage.Suppression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The part of a run that does not wait for all evidence: rules on single events, over each segment right after it was appended. Rules are left for the end whose
 * condition depends on {@code now}, which is the end of the case. The types of a data set's fields may change with later events; then the rules are compiled
 * again, and the run over the whole case at the end decides: an alert that it does not give is withdrawn. One object serves one load, on one thread.
 */
final class EarlyRun {
    /** Compiling again may take a tenth of the time. */
    private static final int PATIENCE = 10;
    private static final Instant ONE_NOW = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant OTHER_NOW = Instant.parse("2017-07-07T07:07:07Z");
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final List<Rule> rules;
    private final LoadObserver observer;
    private final Job job;
    private final Set<String> known;
    private final Set<String> made = new HashSet<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private OptionalLong run = OptionalLong.empty();
    private final Map<Long, Looked> found = new HashMap<>();
    private DetectionEngine engine;
    private Map<String, RulePlan> plans;
    private Seen compiledFor;
    private long compiledAt;
    private long compilingTook;

    /** A segment as it was when it was looked at, and what was found. */
    private record Looked(String dataset, int events, EarlierHits hits) {}

    /** What the compiled rules depend on. */
    private record Seen(Map<String, Integer> kinds, List<Field> fields) {}

    EarlyRun(CaseFile file, RuleCompiler compiler, List<Rule> rules, LoadObserver observer, Job job) throws StoreException {
        this.file = file;
        this.compiler = compiler;
        this.rules = rules;
        this.observer = observer;
        this.job = job;
        this.known = file.alerts().ids();
    }

    /** The number of the run, once it began. */
    OptionalLong run() {
        return run;
    }

    /** What was found in a segment; empty where it is another one now. */
    Optional<EarlierHits> found(SegmentRef segment) {
        return Optional.ofNullable(found.get(segment.firstEvent())).filter(looked -> looked.dataset.equals(segment.dataset()) && looked.events == segment.events())
                .map(Looked::hits);
    }

    /** Looks at a segment that was just appended. */
    void appended(Segment segment, long firstEvent) throws StoreException, WorkbenchException {
        compile(segment.dataset());
        List<Match> matches = new ArrayList<>();
        DetectionEngine.Hits hits = engine.find(new NumberedSegment(segment, firstEvent), job);
        engine.take(hits, matches::add);
        found.put(firstEvent, new Looked(segment.dataset(), segment.size(), hits.earlier(plans.get(segment.dataset()))));
        if (matches.isEmpty()) {
            return;
        }
        AlertMaker maker = new AlertMaker(file.sources().list());
        List<AlertEvents> alerts = matches.stream().map(maker::alert).toList();
        file.alerts().save(run.orElseThrow(), alerts);
        for (AlertEvents one : alerts) {
            if (made.add(one.alert().id())) {
                counts.merge(one.alert().severity(), 1L, Long::sum);
            }
        }
        observer.told(new LoadEvent.AlertsSoFar(counts));
    }

    /**
     * Takes back what the whole run did not give. What an analyst touched, and what the case knew before, stays as not reproduced.
     *
     * @param given ids of the alerts of the whole run
     */
    void settle(Set<String> given) throws StoreException {
        Set<String> left = new HashSet<>(made);
        left.removeAll(given);
        Set<String> before = new HashSet<>(left);
        before.retainAll(known);
        left.removeAll(before);
        file.alerts().withdraw(left, before);
    }

    private void compile(String dataset) throws StoreException, WorkbenchException {
        Seen now = new Seen(file.datasets().kinds(dataset), file.segments().fields(dataset));
        boolean worthIt = System.nanoTime() - compiledAt > PATIENCE * compilingTook;
        if (engine != null && (now.equals(compiledFor) || !worthIt)) {
            return;
        }
        long begin = System.nanoTime();
        RulePlans one = RulePlans.of(file, compiler, rules, ONE_NOW);
        RulePlans other = RulePlans.of(file, compiler, rules, OTHER_NOW);
        plans = settled(one, other);
        engine = new DetectionEngine(plans, new EventOrder(List.of()).comparator());
        if (run.isEmpty()) {
            run = OptionalLong.of(file.runs().begin(Clock.now(), rules.stream().map(rule -> new RuleRun.Planned(rule, one.fidelities().get(rule.id()))).toList()));
        }
        compiledFor = now;
        compiledAt = System.nanoTime();
        compilingTook = compiledAt - begin;
    }

    /** The rules on single events that mean the same whenever {@code now} is. */
    private static Map<String, RulePlan> settled(RulePlans one, RulePlans other) {
        Map<String, RulePlan> plans = new HashMap<>();
        one.plans().forEach((dataset, plan) -> {
            Map<String, Expression> filters = new HashMap<>();
            other.plans().get(dataset).rules().forEach(rule -> filters.put(rule.rule().id(), rule.filter()));
            List<CompiledRule> kept = plan.rules().stream()
                    .filter(rule -> rule.finisher() instanceof Finisher.EachEvent && !Suppression.asked(rule.rule()) && rule.filter().equals(filters.get(rule.rule().id())))
                    .toList();
            plans.put(dataset, new RulePlan(plan.types(), kept));
        });
        return plans;
    }
}
