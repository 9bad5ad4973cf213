package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what exceptions would change: compares the rule with and without them. A rule on single events is asked about the events of its alerts only; a rule that
 * computes rows, or looks at several events, is run over the case twice.
 */
final class ExceptionPreview {
    private final CaseFile file;
    private final RulePlanner plans;

    ExceptionPreview(CaseFile file, RuleCompiler compiler) throws StoreException, WorkbenchException {
        this.file = file;
        this.plans = new RulePlanner(file, compiler);
    }

    /**
     * What vanishes.
     *
     * @param items exceptions of one rule; they take the place of exceptions of the case with the same ids
     */
    Suppressed suppressed(List<ExceptionItem> items) throws StoreException, WorkbenchException {
        if (items.isEmpty()) {
            return Suppressed.NONE;
        }
        String ruleId = items.getFirst().ruleId();
        Rule rule = file.runs().find(ruleId).orElseThrow(() -> new WorkbenchException("The case has no rule " + ruleId + ".")).rule();
        Set<String> given = items.stream().map(ExceptionItem::id).collect(Collectors.toSet());
        List<ExceptionItem> others = counting(file.exceptions().ofRule(ruleId).stream().filter(item -> !given.contains(item.id())).toList());
        List<ExceptionItem> all = new ArrayList<>(others);
        all.addAll(counting(items));
        Map<String, RulePlan> without = plans.of(List.of(rule), Map.of(ruleId, others), new HashMap<>());
        Map<String, RulePlan> with = plans.of(List.of(rule), Map.of(ruleId, all), new HashMap<>());
        List<Alert> stored = file.alerts().ofRule(ruleId).stream().filter(alert -> alert.rule().version().equals(rule.version())).toList();
        return eachEvent(without) ? ofEvents(stored, without, with) : ofRuns(stored, without, with);
    }

    private static List<ExceptionItem> counting(List<ExceptionItem> items) {
        long now = Clock.now();
        return items.stream().filter(item -> ExceptionCompiler.counts(item, now)).toList();
    }

    private static boolean eachEvent(Map<String, RulePlan> plans) {
        return plans.values().stream().flatMap(plan -> plan.rules().stream()).allMatch(rule -> rule.finisher() instanceof Finisher.EachEvent);
    }

    private Suppressed ofEvents(List<Alert> stored, Map<String, RulePlan> without, Map<String, RulePlan> with) throws StoreException {
        Set<String> gone = new HashSet<>();
        for (Map.Entry<SegmentRef, List<Alert>> group : AlertSegments.of(file, stored).entrySet()) {
            Segment segment = file.segments().open(group.getKey());
            Bitmap lost = found(segment, without);
            lost.andNot(found(segment, with));
            for (Alert alert : group.getValue()) {
                if (lost.get(group.getKey().index(alert.events().getFirst().id()))) {
                    gone.add(alert.id());
                }
            }
        }
        List<Alert> vanished = stored.stream().filter(alert -> gone.contains(alert.id())).toList();
        return new Suppressed(vanished, stored.size(), vanished.size(), 0);
    }

    /** The events that a rule finds in a segment. */
    private static Bitmap found(Segment segment, Map<String, RulePlan> plans) {
        RulePlan plan = plans.get(segment.dataset());
        Optional<CompiledRule> rule = plan == null ? Optional.empty() : plan.rules().stream().findFirst();
        return rule.map(one -> new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types())).matches(one.filter()).copy())
                .orElseGet(() -> new Bitmap(segment.size()));
    }

    private Suppressed ofRuns(List<Alert> stored, Map<String, RulePlan> without, Map<String, RulePlan> with) throws StoreException, WorkbenchException {
        Map<String, Alert> before = new RuleTrial(file).alerts(without, Job.SILENT);
        Map<String, Alert> after = new RuleTrial(file).alerts(with, Job.SILENT);
        List<Alert> vanished = stored.stream().filter(alert -> before.containsKey(alert.id()) && !after.containsKey(alert.id())).toList();
        Set<Long> lost = events(before);
        lost.removeAll(events(after));
        return new Suppressed(vanished, stored.size(), lost.size(), after.keySet().stream().filter(id -> !before.containsKey(id)).count());
    }

    private static Set<Long> events(Map<String, Alert> alerts) {
        return alerts.values().stream().flatMap(alert -> alert.events().stream()).map(EventReference::id).collect(Collectors.toCollection(HashSet::new));
    }
}
