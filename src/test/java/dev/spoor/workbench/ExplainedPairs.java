package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.rule.Rule;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Pairs of a rule and an event, taken by chance, for which the verdict of the explanation was compared with the engine's.
 *
 * @param rules     rules that ran in the case
 * @param count     pairs compared
 * @param found     of these, pairs in which the event passes the rule's filter
 * @param different rule and number of the event of each pair whose verdicts differ
 */
public record ExplainedPairs(int rules, int count, int found, List<String> different) {

    /**
     * Compares pairs of a case whose rules ran.
     *
     * @param most about how many pairs
     * @param seed begins the chance: the same case and number give the same pairs
     */
    public static ExplainedPairs of(Path worked, int most, long seed) throws StoreException, WorkbenchException {
        Random random = new Random(seed);
        int count = 0;
        int foundCount = 0;
        int ruleCount;
        List<String> different = new ArrayList<>();
        try (CaseFile file = CaseFile.open(worked, Access.READ)) {
            List<Rule> rules = file.runs().newest().stream().map(RuleRun::rule).toList();
            ruleCount = rules.size();
            Map<String, RulePlan> plans = new RulePlanner(file, new RuleCompiler(Workbench.languages())).of(rules, Map.of(), new HashMap<>());
            List<SegmentRef> segments = file.segments().list();
            int each = Math.max(1, most / segments.size());
            for (SegmentRef ref : segments) {
                Segment segment = file.segments().open(ref);
                RulePlan plan = plans.get(segment.dataset());
                ConditionMatcher matcher = new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types()));
                List<CompiledRule> hit = plan.rules().stream().filter(rule -> !matcher.matches(rule.filter()).isEmpty()).toList();
                for (int i = 0; i < each && !plan.rules().isEmpty(); i++) {
                    boolean wanted = !hit.isEmpty() && random.nextBoolean();
                    CompiledRule rule = wanted ? hit.get(random.nextInt(hit.size())) : plan.rules().get(random.nextInt(plan.rules().size()));
                    Bitmap found = matcher.matches(rule.filter());
                    int event = wanted ? nth(found, random.nextInt(found.cardinality())) : random.nextInt(segment.size());
                    boolean holds = RuleExplanation.of(rule, new EventRow(segment, event), plan.types(), matcher).holds();
                    if (holds != found.get(event)) {
                        different.add(rule.rule().name() + ", event " + (ref.firstEvent() + event) + ": explained " + holds);
                    }
                    count++;
                    foundCount += found.get(event) ? 1 : 0;
                }
            }
        }
        return new ExplainedPairs(ruleCount, count, foundCount, different);
    }

    private static int nth(Bitmap found, int smaller) {
        int event = found.next(0);
        for (int left = smaller; left > 0; left--) {
            event = found.next(event + 1);
        }
        return event;
    }
}
