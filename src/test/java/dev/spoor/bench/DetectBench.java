package dev.spoor.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.detect.predicates.SegmentAnswers;
import dev.spoor.detect.predicates.SharedConditions;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.rule.Rule;
import dev.spoor.rule.library.RuleLibrary;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.workbench.CasePlans;
import dev.spoor.workbench.Workbench;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the rules of some folders over a stored case several times, without storing alerts, and prints what it costs: seconds of the processor, of all threads.
 *
 * <p>Arguments: a case; the number of rounds, 0 to compare the engine with a plain evaluation, rule by rule, instead; how many rules (0: all); how many changed copies of each rule to run
 * (1: the rules alone); then files and folders of rules.
 */
public final class DetectBench {
    private final CaseFile file;
    private final Map<String, RulePlan> plans;

    private DetectBench(CaseFile file, Map<String, RulePlan> plans) {
        this.file = file;
        this.plans = plans;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        long most = Long.parseLong(arguments[2]);
        int times = Integer.parseInt(arguments[3]);
        double begin = cpu();
        List<Rule> read = RuleLibrary.load(Arrays.stream(arguments).skip(4).map(Path::of).toList(), Job.SILENT).rules();
        List<Rule> rules = read.stream().limit(most == 0 ? Long.MAX_VALUE : most).toList();
        say("%d rules read", begin, rules.size());
        try (CaseFile file = CaseFile.open(Path.of(arguments[0]), Access.READ)) {
            begin = cpu();
            Map<String, RulePlan> plans = CasePlans.of(file, new RuleCompiler(Workbench.languages()), rules);
            say("%d compiled", begin, plans.values().stream().mapToInt(plan -> plan.rules().size()).sum());
            Map<String, RulePlan> copies = new HashMap<>();
            plans.forEach((dataset, plan) -> copies.put(dataset, ChangedRules.times(plan, times)));
            DetectBench bench = new DetectBench(file, copies);
            if (rounds == 0) {
                bench.compare();
            }
            for (int round = 0; round < rounds; round++) {
                bench.round();
            }
        }
    }

    private void round() throws Exception {
        double begin = cpu();
        DetectionEngine engine = new DetectionEngine(plans, CasePlans.order(file));
        say("%d rules made ready", begin, plans.values().stream().mapToInt(plan -> plan.rules().size()).sum());
        long[] matches = new long[1];
        begin = cpu();
        for (SegmentRef segment : file.segments().list()) {
            engine.pass(new NumberedSegment(file.segments().open(segment), segment.firstEvent()), _ -> matches[0]++, Job.SILENT);
        }
        say("pass, %d matches", begin, matches[0]);
        begin = cpu();
        engine.finish(_ -> matches[0]++, Job.SILENT);
        say("finish, %d matches", begin, matches[0]);
    }

    /** The engine's answers against those of a matcher that knows one rule only. */
    private void compare() throws Exception {
        long asked = 0;
        long found = 0;
        for (SegmentRef ref : file.segments().list()) {
            RulePlan plan = plans.get(ref.dataset());
            List<Expression> conditions = new ArrayList<>();
            plan.rules().forEach(rule -> conditions.addAll(conditions(rule)));
            Segment segment = file.segments().open(ref);
            ScalarEvaluator scalars = new ScalarEvaluator(plan.types());
            SegmentAnswers answers = new SharedConditions(conditions, new TestCompiler()).answers(segment, plan.types(), scalars);
            for (int i = 0; i < conditions.size(); i++) {
                Bitmap plain = new ConditionMatcher(segment, plan.types(), scalars).matches(conditions.get(i));
                asked++;
                found += plain.cardinality();
                if (!plain.equals(answers.events(i))) {
                    System.out.println("differs in the segment of " + ref.firstEvent() + ": " + plain.cardinality() + " plain, " + answers.events(i).cardinality() + ": "
                            + conditions.get(i));
                }
            }
        }
        System.out.println(asked + " conditions on segments compared, " + found + " events found");
    }

    private static List<Expression> conditions(CompiledRule rule) {
        return rule.finisher() instanceof Finisher.Pattern(EventPattern pattern) ? pattern.conditions().stream().map(EventPattern.Condition::filter).toList()
                : List.of(rule.filter());
    }

    private static void say(String what, double begin, long count) {
        System.out.printf(Locale.ROOT, "%-28s %7.2f s, heap in use %d MB%n", String.format(Locale.ROOT, what, count), cpu() - begin,
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
