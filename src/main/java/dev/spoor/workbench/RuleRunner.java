package dev.spoor.workbench;

import dev.spoor.detect.Match;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.EarlierHits;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.detect.engine.RuleStatistics;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.JournalLine;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.SignalCap;
import java.io.IOException;
import java.io.UncheckedIOException;
import dev.spoor.triage.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Runs rules over a case: read, compile for each data set, pass, make alerts, store. One object serves one run. */
final class RuleRunner {
    private static final int BATCH = 1_000;
    /** Events of alerts that are not stored yet. */
    private static final int MOST_WAITING = 5_000;
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final String analyst;
    private final Job job;
    private final List<AlertEvents> batch = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final SignalCap cap = new SignalCap();
    private final StringBuilder notes = new StringBuilder();
    private long alerts;
    private long waiting;

    RuleRunner(CaseFile file, RuleCompiler compiler, String analyst, Job job) {
        this.file = file;
        this.compiler = compiler;
        this.analyst = analyst;
        this.job = job;
    }

    List<Alert> run(DetectRequest request, RuleCache cache) throws StoreException, WorkbenchException {
        return run(request, RuleChoice.read(request, cache, job), Optional.empty());
    }

    /**
     * Runs rules over the whole case.
     *
     * @param early what ran while the evidence was loaded; this run goes on under its number
     */
    List<Alert> run(DetectRequest request, RuleChoice choice, Optional<EarlyRun> early) throws StoreException, WorkbenchException {
        List<Rule> rules = choice.rules();
        new RuleFileExceptions(file, analyst).adopt(rules);
        RulePlans plans = RulePlans.of(file, compiler, rules, RulePlans.end(file));
        choice.cache().save();
        if (plans.plans().isEmpty()) {
            throw new WorkbenchException("The case has no events to run rules over. Load log files first: spoor load " + file.path() + " PATH...");
        }
        Map<String, Fidelity> fidelities = plans.fidelities();
        ListedIndicators listed = ListedIndicators.read(request.indicators(), rules, compiler, RulePlans.end(file));
        long run = begin(rules.stream().map(rule -> new RuleRun.Planned(rule, fidelities.get(rule.id()))).toList(), early);
        String exceptions = RunDigests.ofExceptions(RulePlans.counting(file, Clock.now()));
        ExceptionUses uses = ExceptionUses.of(new RulePlanner(file, compiler), rules, RulePlans.exceptions(file, rules));
        Map<String, RuleStatistics> statistics = pass(run, listed.with(plans.plans()), listed, uses, request.threads(), segment -> early.flatMap(one -> one.found(segment)));
        List<String> ran = rules.stream().map(Rule::id).filter(id -> fidelities.get(id).runnable()).toList();
        List<RuleRun.Outcome> outcomes = statistics.entrySet().stream().map(one -> new RuleRun.Outcome(one.getKey(), one.getValue().nanos(), one.getValue().matches())).toList();
        file.transaction(Durability.SAFE, () -> {
            if (early.isPresent()) {
                early.get().settle(given);
            }
            int missing = file.alerts().markMissing(run, ran);
            file.exceptions().recordUse(uses.all());
            file.runs().finish(run, Clock.now(), alerts, outcomes);
            file.journal().append(new JournalLine.Act(Clock.now(), analyst, "detect", "run " + run, ran.size() + " of " + rules.size() + " rules ran, " + alerts + " alerts"
                    + (missing > 0 ? ", " + missing + " earlier alerts not reproduced" : "") + notes + choice.problemText()
                    + (request.indicators().isEmpty() ? "" : RunDigests.INDICATORS) + new RunDigests(file.runs().digest(run), exceptions, RunDigests.ofAlerts(given))));
            return null;
        });
        if (request.stats().isPresent()) {
            RunStatistics.write(request.stats().get(), rules, statistics);
        }
        return file.alerts().ofRun(run);
    }

    private long begin(List<RuleRun.Planned> planned, Optional<EarlyRun> early) throws StoreException {
        OptionalLong begun = early.isPresent() ? early.get().run() : OptionalLong.empty();
        if (begun.isEmpty()) {
            return file.runs().begin(Clock.now(), planned);
        }
        file.runs().replan(begun.getAsLong(), planned);
        return begun.getAsLong();
    }

    private Map<String, RuleStatistics> pass(long run, Map<String, RulePlan> plans, ListedIndicators listed, ExceptionUses uses, int threads,
            Function<SegmentRef, Optional<EarlierHits>> earlier)
            throws StoreException, WorkbenchException {
        DetectionEngine engine = new DetectionEngine(plans, new EventOrder(file.sources().list()).comparator());
        AlertMaker maker = new AlertMaker(file.sources().list());
        Suppression suppression = new Suppression(new EventOrder(file.sources().list()).comparator());
        List<SegmentRef> segments = file.segments().list();
        listed.segments().forEach(segment -> engine.pass(segment, match -> {}, job));
        listed.problems().forEach(problem -> notes.append("; ").append(problem));
        new SegmentPass(file, engine, threads, earlier, job).run(segments, hits -> {
            engine.take(hits, match -> suppression.take(match, one -> keep(maker, one)));
            uses.pass(hits.segment().segment());
            save(run);
        });
        try {
            engine.finish(match -> suppression.take(match, one -> keepAndSave(run, maker, one)), job);
            suppression.finish(match -> keepAndSave(run, maker, match));
        } catch (RunLimitException e) {
            throw new WorkbenchException("The run was given up: " + e.getMessage(), e);
        }
        save(run);
        engine.notes().forEach((rule, left) -> left.forEach(one -> notes.append("; rule ").append(rule).append(": ").append(one)));
        cap.told().forEach((rule, sentence) -> notes.append("; rule ").append(rule).append(": ").append(sentence));
        uses.rows(engine.keptRows());
        return engine.statistics();
    }

    private void keep(AlertMaker maker, Match match) {
        cap.count(match);
        batch.add(maker.alert(match));
    }

    /** Alerts over many events are heavy, so they are stored as they come. */
    private void keepAndSave(long run, AlertMaker maker, Match match) {
        keep(maker, match);
        waiting += match.events().size();
        if (waiting > MOST_WAITING) {
            try {
                save(run);
            } catch (StoreException e) {
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            }
        }
    }

    private void save(long run) throws StoreException {
        for (int from = 0; from < batch.size(); from += BATCH) {
            file.alerts().save(run, batch.subList(from, Math.min(batch.size(), from + BATCH)));
        }
        batch.forEach(one -> given.add(one.alert().id()));
        alerts += batch.size();
        waiting = 0;
        batch.clear();
    }
}
