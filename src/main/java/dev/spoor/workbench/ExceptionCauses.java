package dev.spoor.workbench;

import dev.spoor.detect.RowExceptions;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.NothingVanishes.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out why exceptions keep no alert away. One object answers once. */
final class ExceptionCauses {
    /** So many events of an alert are looked at. */
    private static final int LOOKED = 10;
    private final CaseFile file;
    private final Map<String, RulePlan> plans;
    private final List<ExceptionItem> others;
    private final Set<Entry> holding = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> keeping = new LinkedHashSet<>();
    private boolean whole;

    /**
     * For a case.
     *
     * @param plans  the rules without the exceptions
     * @param others the exceptions that count beside them
     */
    ExceptionCauses(CaseFile file, Map<String, RulePlan> plans, List<ExceptionItem> others) {
        this.file = file;
        this.plans = plans;
        this.others = others;
    }

    List<NothingVanishes> of(List<ExceptionItem> items, List<Alert> alerts, boolean noRules) throws StoreException {
        List<NothingVanishes> causes = new ArrayList<>();
        if (items.stream().noneMatch(ExceptionItem::enabled)) {
            causes.add(cause(Reason.SWITCHED_OFF, List.of()));
        }
        long now = Clock.now();
        if (items.stream().allMatch(item -> item.expires().map(end -> now >= end).orElse(false))) {
            causes.add(cause(Reason.EXPIRED, List.of()));
        }
        if (noRules || alerts.isEmpty()) {
            causes.add(cause(noRules ? Reason.NO_RULES : Reason.NO_ALERTS, List.of()));
        }
        if (causes.isEmpty()) {
            causes.add(look(items, alerts));
        }
        return causes;
    }

    private static NothingVanishes cause(Reason reason, List<String> names) {
        return new NothingVanishes(reason, names);
    }

    private NothingVanishes look(List<ExceptionItem> items, List<Alert> alerts) throws StoreException {
        items.forEach(item -> item.entries().stream().filter(entry -> !asksForNothing(entry)).map(Entry::field).forEach(missing::add));
        for (Alert alert : alerts) {
            if (!alert.values().isEmpty()) {
                items.forEach(item -> test(item, one -> RowExceptions.matches(one, alert.values()), alert));
            }
        }
        List<Alert> onEvents = alerts.stream().filter(alert -> alert.values().isEmpty()).toList();
        for (Map.Entry<SegmentRef, List<AlertSegments.Member>> group : AlertSegments.members(file, onEvents, LOOKED).entrySet()) {
            Segment segment = file.segments().open(group.getKey());
            RulePlan plan = plans.get(segment.dataset());
            if (plan != null) {
                ConditionMatcher matcher = new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types()));
                ExceptionCompiler compiler = new ExceptionCompiler(plan.types());
                for (AlertSegments.Member member : group.getValue()) {
                    int event = group.getKey().index(member.event());
                    items.forEach(item -> test(item, one -> holds(matcher, compiler.compile(one), event), member.alert()));
                }
            }
        }
        return verdict(items);
    }

    private static boolean holds(ConditionMatcher matcher, Expression condition, int event) {
        Bitmap found = matcher.matches(condition);
        return found.get(event);
    }

    /** Whether an exception holds for an alert. */
    private interface Holding {
        boolean holds(ExceptionItem item);
    }

    private void test(ExceptionItem item, Holding holding, Alert alert) {
        for (Entry entry : item.entries()) {
            if (!this.holding.contains(entry) && holding.holds(item.with(List.of(entry)))) {
                this.holding.add(entry);
            }
            if (missing.contains(entry.field()) && holding.holds(item.with(List.of(new Entry(entry.field(), Entry.Operator.EXISTS, false, List.of(), false))))) {
                missing.remove(entry.field());
            }
        }
        if (holding.holds(item)) {
            whole = true;
            others.stream().filter(other -> covers(other, alert) && holding.holds(other)).map(ExceptionItem::name).forEach(keeping::add);
        }
    }

    private boolean covers(ExceptionItem other, Alert alert) {
        return plans.values().stream().flatMap(plan -> plan.rules().stream()).filter(rule -> rule.rule().id().equals(alert.rule().id())).findFirst()
                .map(rule -> other.covers(rule.rule())).orElse(false);
    }

    private NothingVanishes verdict(List<ExceptionItem> items) {
        if (whole) {
            return keeping.isEmpty() ? cause(Reason.NOT_GIVEN_ANY_MORE, List.of()) : cause(Reason.KEPT_AWAY_ALREADY, List.copyOf(keeping));
        }
        if (!missing.isEmpty()) {
            return cause(Reason.FIELD_MISSING, List.copyOf(missing));
        }
        List<String> never = items.stream().flatMap(item -> item.entries().stream()).filter(entry -> !holding.contains(entry)).map(entry -> ExceptionSentence.of(List.of(entry)))
                .distinct().toList();
        return never.isEmpty() ? cause(Reason.NEVER_TOGETHER, List.of()) : cause(Reason.CONDITION_NEVER_HOLDS, never);
    }

    private static boolean asksForNothing(Entry entry) {
        return entry.operator() == Entry.Operator.EXISTS && entry.negated();
    }
}
