package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.explain.ConditionText;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.rule.Rule;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a case has the data of rules: of the conditions that all must hold, those that name a log (channel, provider, event number, category) must be satisfied by some event, and the
 * fields that the others ask must occur. Reads the stored events until everything was seen.
 */
final class RuleDataReader {
    private static final Set<String> LOGS = Set.of("event.category", "event.code", "event.dataset", "event.module", "event.provider", "data_stream.dataset", "winlog.channel",
            "winlog.provider_name", "host.os.type", "Channel", "EventID", "EventCode", "Provider_Name", "source", "sourcetype");
    private static final int SHOWN = 160;
    private static final int MOST = 5;
    private final CaseFile file;
    private final RuleCompiler compiler;

    RuleDataReader(CaseFile file, RuleCompiler compiler) {
        this.file = file;
        this.compiler = compiler;
    }

    /** What a rule cannot do without, and whether an event has it. */
    private static final class Need {
        private final Expression condition;
        private final Optional<FieldRef> field;
        private boolean seen;

        Need(Expression condition, Optional<FieldRef> field) {
            this.condition = condition;
            this.field = field;
        }

        void look(Segment segment, ConditionMatcher matcher) {
            seen = seen || (field.isPresent() ? field.get().candidates().stream().anyMatch(segment::has) : !matcher.matches(condition).isEmpty());
        }

        String words() {
            String words = field.isPresent() ? field.get().name() : ConditionText.of(condition);
            return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
        }
    }

    /** By the ids of the rules; those that the case does not know are left out. */
    Map<String, RuleData> of(Collection<String> ids, Job job) throws StoreException, WorkbenchException {
        List<Rule> rules = new ArrayList<>();
        for (String id : ids) {
            file.runs().find(id).map(RuleRun::rule).ifPresent(rules::add);
        }
        Map<String, RulePlan> plans = new RulePlanner(file, compiler).of(rules, Map.of(), new HashMap<>());
        Map<String, Map<String, Need>> needs = new HashMap<>();
        List<SegmentRef> segments = file.segments().list();
        for (int i = 0; i < segments.size(); i++) {
            job.check();
            job.report("Looking for the data of rules", i, segments.size());
            Segment segment = file.segments().open(segments.get(i));
            RulePlan plan = plans.get(segment.dataset());
            if (plan != null) {
                ConditionMatcher matcher = new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types()));
                plan.rules().forEach(rule -> look(rule, segment, matcher, needs.computeIfAbsent(rule.rule().id(), _ -> new LinkedHashMap<>())));
            }
        }
        Map<String, RuleData> data = new HashMap<>();
        rules.forEach(rule -> data.put(rule.id(), data(needs.getOrDefault(rule.id(), Map.of()).values())));
        return data;
    }

    private static void look(CompiledRule rule, Segment segment, ConditionMatcher matcher, Map<String, Need> needs) {
        for (Expression filter : filters(rule)) {
            List<Need> found = new ArrayList<>();
            add(filter, found);
            found.forEach(need -> needs.computeIfAbsent(need.words(), _ -> need).look(segment, matcher));
        }
    }

    private static List<Expression> filters(CompiledRule rule) {
        return switch (rule.finisher()) {
            case Finisher.EachEvent _, Finisher.Remembering _, Finisher.Table _ -> List.of(rule.filter());
            case Finisher.Pattern(EventPattern pattern) -> pattern.steps().stream().filter(step -> !step.missing())
                    .map(step -> pattern.conditions().get(step.condition()).filter()).toList();
            case Finisher.Correlation correlation -> correlation.correlation().events().conditions().stream().map(EventPattern.Condition::filter).toList();
        };
    }

    private static void add(Expression condition, List<Need> into) {
        switch (condition) {
            case Expression.And(List<Expression> terms) -> terms.forEach(term -> add(term, into));
            case Expression.Or or -> {
                if (log(or)) {
                    into.add(new Need(or, Optional.empty()));
                }
            }
            case Expression.Test test -> into.add(new Need(test, log(test) ? Optional.empty() : Optional.of(test.field())));
            case Expression.Exists exists -> into.add(new Need(exists, Optional.of(exists.field())));
            case Expression.Not _, Expression.Constant _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ -> {}
        }
    }

    /** Whether a condition asks for a log only. */
    private static boolean log(Expression condition) {
        return switch (condition) {
            case Expression.And(List<Expression> terms) -> terms.stream().allMatch(RuleDataReader::log);
            case Expression.Or(List<Expression> terms) -> terms.stream().allMatch(RuleDataReader::log);
            case Expression.Test test -> LOGS.contains(test.field().name());
            case Expression.Not _, Expression.Exists _, Expression.Constant _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ -> false;
        };
    }

    private static RuleData data(Collection<Need> needs) {
        if (needs.isEmpty()) {
            return RuleData.UNKNOWN;
        }
        List<String> missing = needs.stream().filter(need -> !need.seen).map(Need::words).limit(MOST).toList();
        return new RuleData(missing.isEmpty() ? RuleData.State.PRESENT : RuleData.State.ABSENT, missing);
    }
}
