package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.event.Time;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells what exceptions would change: compares their rules with and without them. Rules on single events are asked about the events of their alerts only; rules
 * that compute rows, or look at several events, are run over the case twice.
 */
final class ExceptionPreview {
    private final CaseFile file;
    private final RulePlanner plans;
    private final Set<String> gone = new HashSet<>();
    private long events;
    private long appearing;

    ExceptionPreview(CaseFile file, RuleCompiler compiler) throws StoreException, WorkbenchException {
        this.file = file;
        this.plans = new RulePlanner(file, compiler);
    }

    /**
     * What vanishes. One object answers once.
     *
     * @param items exceptions, their lists looked up; they take the place of exceptions of the case with the same ids
     */
    Suppressed suppressed(List<ExceptionItem> items) throws StoreException, WorkbenchException {
        if (items.isEmpty()) {
            return Suppressed.NONE;
        }
        List<Rule> rules = rules(items);
        Set<String> given = items.stream().map(ExceptionItem::id).collect(Collectors.toSet());
        List<ExceptionItem> others = counting(file.exceptions().list().stream().filter(item -> !given.contains(item.id())).toList());
        List<ExceptionItem> all = new ArrayList<>(others);
        all.addAll(counting(items));
        Map<String, RulePlan> without = plans.of(rules, RulePlans.byRule(rules, others), new HashMap<>());
        Map<String, RulePlan> with = plans.of(rules, RulePlans.byRule(rules, all), new HashMap<>());
        Set<String> several = several(without);
        List<Alert> stored = stored(rules);
        ofEvents(stored.stream().filter(alert -> !several.contains(alert.rule().id())).toList(), without, with);
        if (!several.isEmpty()) {
            ofRuns(only(without, several), only(with, several));
        }
        List<Alert> vanished = stored.stream().filter(alert -> gone.contains(alert.id())).toList();
        List<Long> staying = stored.stream().filter(alert -> !gone.contains(alert.id()) && alert.time() != Time.NONE).map(Alert::time).toList();
        List<NothingVanishes> causes = vanished.isEmpty() && appearing == 0 ? new ExceptionCauses(file, without, others).of(items, stored, rules.isEmpty()) : List.of();
        return new Suppressed(vanished, stored.size(), events, appearing, rules.size(), staying, causes);
    }

    /** The rules of the case that one of the exceptions holds for. */
    private List<Rule> rules(List<ExceptionItem> items) throws StoreException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        if (items.stream().allMatch(item -> item.scope().kind() == ExceptionScope.Kind.RULE)) {
            for (ExceptionItem item : items) {
                file.runs().find(item.ruleId()).ifPresent(run -> rules.put(run.rule().id(), run.rule()));
            }
            return List.copyOf(rules.values());
        }
        for (RuleRun run : file.runs().newest()) {
            if (items.stream().anyMatch(item -> item.covers(run.rule()))) {
                rules.put(run.rule().id(), run.rule());
            }
        }
        return List.copyOf(rules.values());
    }

    /** The alerts that the case has of these rules as they are. */
    private List<Alert> stored(List<Rule> rules) throws StoreException {
        Map<String, Long> counts = file.alerts().countByRule();
        List<Alert> stored = new ArrayList<>();
        for (Rule rule : rules) {
            if (counts.getOrDefault(rule.id(), 0L) > 0) {
                file.alerts().ofRule(rule.id()).stream().filter(alert -> alert.rule().version().equals(rule.version())).forEach(stored::add);
            }
        }
        return stored;
    }

    private static List<ExceptionItem> counting(List<ExceptionItem> items) {
        long now = Clock.now();
        return items.stream().filter(item -> ExceptionCompiler.counts(item, now)).toList();
    }

    /** The rules that do more than look at single events. */
    private static Set<String> several(Map<String, RulePlan> plans) {
        return plans.values().stream().flatMap(plan -> plan.rules().stream()).filter(rule -> !(rule.finisher() instanceof Finisher.EachEvent)).map(rule -> rule.rule().id())
                .collect(Collectors.toSet());
    }

    private static Map<String, RulePlan> only(Map<String, RulePlan> plans, Set<String> rules) {
        Predicate<CompiledRule> wanted = rule -> rules.contains(rule.rule().id());
        Map<String, RulePlan> chosen = new LinkedHashMap<>();
        plans.forEach((dataset, plan) -> chosen.put(dataset, new RulePlan(plan.types(), plan.rules().stream().filter(wanted).toList())));
        return chosen;
    }

    private void ofEvents(List<Alert> stored, Map<String, RulePlan> without, Map<String, RulePlan> with) throws StoreException {
        for (Map.Entry<SegmentRef, List<Alert>> group : AlertSegments.of(file, stored).entrySet()) {
            Segment segment = file.segments().open(group.getKey());
            Map<String, Bitmap> lost = new HashMap<>();
            for (Alert alert : group.getValue()) {
                Bitmap ofRule = lost.computeIfAbsent(alert.rule().id(), id -> lost(segment, without, with, id));
                if (ofRule.get(group.getKey().index(alert.events().getFirst().id()))) {
                    gone.add(alert.id());
                    events++;
                }
            }
        }
    }

    private static Bitmap lost(Segment segment, Map<String, RulePlan> without, Map<String, RulePlan> with, String rule) {
        Bitmap lost = found(segment, without, rule);
        lost.andNot(found(segment, with, rule));
        return lost;
    }

    /** The events that a rule finds in a segment. */
    static Bitmap found(Segment segment, Map<String, RulePlan> plans, String id) {
        RulePlan plan = plans.get(segment.dataset());
        Optional<CompiledRule> rule = plan == null ? Optional.empty() : plan.rules().stream().filter(one -> one.rule().id().equals(id)).findFirst();
        return rule.map(one -> new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types())).matches(one.filter()).copy())
                .orElseGet(() -> new Bitmap(segment.size()));
    }

    private void ofRuns(Map<String, RulePlan> without, Map<String, RulePlan> with) throws StoreException, WorkbenchException {
        Map<String, Alert> before = new RuleTrial(file).alerts(without, Job.SILENT);
        Map<String, Alert> after = new RuleTrial(file).alerts(with, Job.SILENT);
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(gone::add);
        Set<RuleEvent> lost = events(before);
        lost.removeAll(events(after));
        events += lost.size();
        appearing += after.keySet().stream().filter(id -> !before.containsKey(id)).count();
    }

    /** An event that counts for a rule. */
    private record RuleEvent(String rule, long event) {}

    private static Set<RuleEvent> events(Map<String, Alert> alerts) {
        Set<RuleEvent> events = new HashSet<>();
        for (Alert alert : alerts.values()) {
            for (EventReference event : alert.events()) {
                events.add(new RuleEvent(alert.rule().id(), event.id()));
            }
        }
        return events;
    }
}
