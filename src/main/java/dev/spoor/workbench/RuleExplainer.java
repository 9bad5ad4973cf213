package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.explain.NearMisses;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Explains rules of a case, as they ran last, with the exceptions that count now. */
final class RuleExplainer {
    private final CaseFile file;
    private final EventLookup events;
    private final Rule rule;
    private final Map<String, RulePlan> plans;

    RuleExplainer(CaseFile file, RuleCompiler compiler, EventLookup events, String ruleId) throws StoreException, WorkbenchException {
        this.file = file;
        this.events = events;
        this.rule = file.runs().find(ruleId).map(run -> run.rule()).orElseThrow(() -> new WorkbenchException("The case has no rule " + ruleId + ". Run it once: spoor detect."));
        Map<String, Fidelity> fidelities = new HashMap<>();
        this.plans = new RulePlanner(file, compiler).of(List.of(rule), RulePlans.exceptions(file, List.of(rule)), fidelities);
        Fidelity fidelity = fidelities.get(ruleId);
        if (fidelity != null && !fidelity.runnable()) {
            throw new WorkbenchException("The rule cannot run, so there is nothing to explain: " + String.join("; ", fidelity.reasons()));
        }
    }

    Explanation of(long event) throws StoreException, WorkbenchException {
        return of(event, 0);
    }

    private Explanation of(long event, int failing) throws StoreException, WorkbenchException {
        EventRow row = events.row(event);
        RulePlan plan = plans.get(row.segment().dataset());
        CompiledRule compiled = plan.rules().stream().findFirst().orElseThrow(() -> new WorkbenchException("The rule cannot run over data set " + row.segment().dataset() + "."));
        return new Explanation(rule, event, failing, RuleExplanation.of(compiled, row, plan.types()));
    }

    List<Explanation> nearMisses(int limit, Job job) throws StoreException, WorkbenchException {
        NearMisses misses = new NearMisses(limit);
        List<SegmentRef> segments = file.segments().list();
        for (int i = 0; i < segments.size(); i++) {
            job.check();
            job.report("Looking for near misses", i, segments.size());
            Segment segment = file.segments().open(segments.get(i));
            RulePlan plan = plans.get(segment.dataset());
            for (CompiledRule compiled : plan == null ? List.<CompiledRule>of() : plan.rules()) {
                misses.pass(compiled, segment, segments.get(i).firstEvent(), plan.types());
            }
        }
        List<Explanation> explanations = new ArrayList<>();
        for (NearMisses.Miss miss : misses.nearest()) {
            explanations.add(of(miss.event(), miss.failing()));
        }
        return explanations;
    }
}
