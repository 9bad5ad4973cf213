package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Match;
import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.detect.engine.RuleStatistics;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Time;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.library.RuleLibrary;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.JournalLine;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs rules over a case: read, compile for each data set, pass, make alerts, store. One object serves one run. */
final class RuleRunner {
    private static final int BATCH = 1_000;
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final String analyst;
    private final Job job;
    private final List<AlertEvents> batch = new ArrayList<>();
    private long alerts;

    RuleRunner(CaseFile file, RuleCompiler compiler, String analyst, Job job) {
        this.file = file;
        this.compiler = compiler;
        this.analyst = analyst;
        this.job = job;
    }

    List<Alert> run(DetectRequest request) throws StoreException, WorkbenchException {
        RuleLibrary library = RuleLibrary.load(request.rules().isEmpty() ? ShippedRules.folder() : request.rules(), job);
        List<Rule> rules = library.rules().stream().filter(rule -> request.only().isEmpty() || request.only().contains(rule.id())).toList();
        if (rules.isEmpty()) {
            throw new WorkbenchException("No rule was found" + (library.problems().isEmpty() ? "." : ": " + first(library.problems())));
        }
        Map<String, Fidelity> fidelities = new LinkedHashMap<>();
        Map<String, RulePlan> plans = plans(rules, fidelities);
        long run = file.runs().begin(Clock.now(), rules.stream().map(rule -> new RuleRun.Planned(rule, fidelities.get(rule.id()))).toList());
        Map<String, RuleStatistics> statistics = pass(run, plans, request.threads());
        List<String> ran = rules.stream().map(Rule::id).filter(id -> fidelities.get(id).runnable()).toList();
        List<RuleRun.Outcome> outcomes = statistics.entrySet().stream().map(one -> new RuleRun.Outcome(one.getKey(), one.getValue().nanos(), one.getValue().matches())).toList();
        file.transaction(Durability.SAFE, () -> {
            int missing = file.alerts().markMissing(run, ran);
            file.runs().finish(run, Clock.now(), alerts, outcomes);
            file.journal().append(new JournalLine.Act(Clock.now(), analyst, "detect", "run " + run, ran.size() + " of " + rules.size() + " rules ran, " + alerts + " alerts"
                    + (missing > 0 ? ", " + missing + " earlier alerts not reproduced" : "") + problems(library)));
            return null;
        });
        if (request.stats().isPresent()) {
            RunStatistics.write(request.stats().get(), rules, statistics);
        }
        return file.alerts().ofRun(run);
    }

    private Map<String, RuleStatistics> pass(long run, Map<String, RulePlan> plans, int threads) throws StoreException, WorkbenchException {
        DetectionEngine engine = new DetectionEngine(plans, new EventOrder(file.sources().list()).comparator());
        AlertMaker maker = new AlertMaker(file.sources().list());
        List<SegmentRef> segments = file.segments().list();
        new SegmentPass(file, engine, threads, job).run(segments, hits -> {
            engine.take(hits, match -> keep(maker, match));
            save(run);
        });
        try {
            engine.finish(match -> keep(maker, match), job);
        } catch (RunLimitException e) {
            throw new WorkbenchException("The run was given up: " + e.getMessage(), e);
        }
        save(run);
        return engine.statistics();
    }

    private void keep(AlertMaker maker, Match match) {
        batch.add(maker.alert(match));
    }

    private void save(long run) throws StoreException {
        for (int from = 0; from < batch.size(); from += BATCH) {
            file.alerts().save(run, batch.subList(from, Math.min(batch.size(), from + BATCH)));
        }
        alerts += batch.size();
        batch.clear();
    }

    private Map<String, RulePlan> plans(List<Rule> rules, Map<String, Fidelity> fidelities) throws StoreException, WorkbenchException {
        CaseTypes types = new CaseTypes(file);
        Map<String, RulePlan> plans = new LinkedHashMap<>();
        Instant now = end();
        for (Map.Entry<String, FieldTypes> dataset : types.all().entrySet()) {
            List<CompiledRule> compiled = new ArrayList<>();
            for (Rule rule : rules) {
                QueryContext context = types.context(dataset.getKey(), now, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
                switch (compiler.compile(rule, context, exceptions(rule))) {
                    case RuleCompilation.Runnable(CompiledRule runnable) -> {
                        compiled.add(runnable);
                        fidelities.merge(rule.id(), runnable.fidelity(), RuleRunner::worse);
                    }
                    case RuleCompilation.Refused(Fidelity fidelity) -> fidelities.merge(rule.id(), fidelity, RuleRunner::worse);
                }
            }
            plans.put(dataset.getKey(), new RulePlan(dataset.getValue(), compiled));
        }
        if (plans.isEmpty()) {
            throw new WorkbenchException("The case has no events to run rules over. Load log files first: spoor load " + file.path() + " PATH...");
        }
        return plans;
    }

    private List<ExceptionItem> exceptions(Rule rule) throws StoreException {
        long now = Clock.now();
        return file.exceptions().ofRule(rule.id()).stream().filter(item -> ExceptionCompiler.counts(item, now)).toList();
    }

    /** What {@code now} means to a rule: the moment after the last event of the case. */
    private Instant end() throws StoreException {
        long last = Time.NONE;
        for (SegmentRef segment : file.segments().list()) {
            last = Math.max(last, segment.maxTime());
        }
        return last == Time.NONE ? Instant.EPOCH : Time.instant(last + 1);
    }

    /** A rule is as good as in the data set where it does worst. */
    private static Fidelity worse(Fidelity one, Fidelity other) {
        return one.status().compareTo(other.status()) >= 0 ? one : other;
    }

    private static String problems(RuleLibrary library) {
        return library.problems().isEmpty() ? "" : ", " + library.problems().size() + " rule files broken (first: " + first(library.problems()) + ")";
    }

    private static String first(List<RuleProblem> problems) {
        RuleProblem problem = problems.getFirst();
        return problem.path() + (problem.line() > 0 ? ":" + problem.line() + ":" + problem.column() : "") + ": " + problem.message();
    }
}
