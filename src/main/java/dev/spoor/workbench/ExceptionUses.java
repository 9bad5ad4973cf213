package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.PartExceptions;
import dev.spoor.detect.engine.KeptRows;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.event.Time;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.ExceptionStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the events that exceptions keep away in a run: events that a rule's condition finds and the exception's condition as well, once for each rule. One object serves one run. */
final class ExceptionUses {
    /** An exception as it holds for one of its rules. */
    private record RuleItem(String rule, String item) {}

    private final Map<String, RulePlan> bare;
    private final Map<String, List<ExceptionItem>> exceptions;
    private final Set<RuleItem> onRows = new HashSet<>();
    private final Map<String, ExceptionStore.Use> uses = new TreeMap<>();

    private ExceptionUses(Map<String, RulePlan> bare, Map<String, List<ExceptionItem>> exceptions) {
        this.bare = bare;
        this.exceptions = exceptions;
    }

    /** The uses of a run that begins. */
    static ExceptionUses of(RulePlanner plans, List<Rule> rules, Map<String, List<ExceptionItem>> exceptions) {
        List<Rule> watched = rules.stream().filter(rule -> exceptions.containsKey(rule.id())).toList();
        ExceptionUses uses = new ExceptionUses(plans.of(watched, Map.of(), new HashMap<>()), exceptions);
        for (RulePlan plan : plans.of(watched, exceptions, new HashMap<>()).values()) {
            for (CompiledRule rule : plan.rules()) {
                switch (rule.finisher()) {
                    case Finisher.EachEvent _, Finisher.Pattern _, Finisher.Correlation _, Finisher.Remembering _ -> {}
                    case Finisher.Table table -> table.exceptions().items().forEach(item -> uses.onRows.add(new RuleItem(rule.rule().id(), item.id())));
                }
            }
        }
        return uses;
    }

    /** Counts in a segment. */
    void pass(Segment segment) {
        RulePlan plan = bare.get(segment.dataset());
        if (plan == null || plan.rules().isEmpty()) {
            return;
        }
        ConditionMatcher matcher = new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types()));
        ExceptionCompiler compiler = new ExceptionCompiler(plan.types());
        for (CompiledRule rule : plan.rules()) {
            Bitmap found = matcher.matches(rule.filter());
            for (ExceptionItem item : exceptions.get(rule.rule().id())) {
                if (!found.isEmpty() && !onRows.contains(new RuleItem(rule.rule().id(), item.id()))) {
                    Expression excepted = item.part().equals(ExceptionPart.WHOLE) ? compiler.compile(item)
                            : PartExceptions.of(rule.finisher()).map(parts -> parts.kept(item, compiler)).orElse(Expression.FALSE);
                    Bitmap kept = matcher.matches(excepted).copy();
                    kept.and(found);
                    add(item.id(), kept.cardinality(), latest(segment, kept));
                }
            }
        }
    }

    private static long latest(Segment segment, Bitmap events) {
        long latest = Time.NONE;
        for (int event = events.next(0); event >= 0; event = events.next(event + 1)) {
            latest = Math.max(latest, segment.time(event));
        }
        return latest;
    }

    /** Adds what was kept out of rows. */
    void rows(Map<String, KeptRows> kept) {
        kept.forEach((id, rows) -> add(id, rows.events(), rows.last()));
    }

    private void add(String id, long hits, long last) {
        if (hits > 0) {
            uses.merge(id, new ExceptionStore.Use(hits, last), (a, b) -> new ExceptionStore.Use(a.hits() + b.hits(), Math.max(a.last(), b.last())));
        }
    }

    /** Everything counted, by id of the exception; exceptions that kept nothing away are left out. */
    Map<String, ExceptionStore.Use> all() {
        return uses;
    }
}
