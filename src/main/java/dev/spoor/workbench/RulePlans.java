package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Time;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules compiled for the data sets of a case as it is now.
 *
 * @param plans      by data set
 * @param fidelities by rule id, of all rules
 */
record RulePlans(Map<String, RulePlan> plans, Map<String, Fidelity> fidelities) {
    /**
     * Compiles rules.
     *
     * @param now what {@code now} means to a rule
     */
    static RulePlans of(CaseFile file, RuleCompiler compiler, List<Rule> rules, Instant now) throws StoreException, WorkbenchException {
        CaseTypes types = new CaseTypes(file);
        Map<String, Fidelity> fidelities = new LinkedHashMap<>();
        Map<String, RulePlan> plans = new LinkedHashMap<>();
        Map<String, List<ExceptionItem>> exceptions = exceptions(file);
        for (Map.Entry<String, FieldTypes> dataset : types.all().entrySet()) {
            List<CompiledRule> compiled = new ArrayList<>();
            for (Rule rule : rules) {
                QueryContext context = types.context(dataset.getKey(), now, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
                switch (compiler.compile(rule, context, exceptions.getOrDefault(rule.id(), List.of()))) {
                    case RuleCompilation.Runnable(CompiledRule runnable) -> {
                        compiled.add(runnable);
                        fidelities.merge(rule.id(), runnable.fidelity(), RulePlans::worse);
                    }
                    case RuleCompilation.Refused(Fidelity fidelity) -> fidelities.merge(rule.id(), fidelity, RulePlans::worse);
                }
            }
            plans.put(dataset.getKey(), new RulePlan(dataset.getValue(), compiled));
        }
        return new RulePlans(plans, fidelities);
    }

    private static Map<String, List<ExceptionItem>> exceptions(CaseFile file) throws StoreException {
        long now = Clock.now();
        Map<String, List<ExceptionItem>> byRule = new HashMap<>();
        for (ExceptionItem item : file.exceptions().list()) {
            if (ExceptionCompiler.counts(item, now)) {
                byRule.computeIfAbsent(item.ruleId(), _ -> new ArrayList<>()).add(item);
            }
        }
        return byRule;
    }

    /** What {@code now} means at the end: the moment after the last event of the case. */
    static Instant end(CaseFile file) throws StoreException {
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
}
