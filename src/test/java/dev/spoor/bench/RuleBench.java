package dev.spoor.bench;

import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.library.RuleLibrary;
import dev.spoor.workbench.RuleFidelity;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and compiles all rules of some folders several times, and prints what a round costs; the first is cold. Arguments: files and folders. */
public final class RuleBench {
    private static final int ROUNDS = 6;

    private RuleBench() {}

    /** Runs the rounds in one thread. */
    public static void main(String[] arguments) {
        List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = cpu();
            List<Rule> rules = RuleLibrary.load(paths, Job.SILENT).rules();
            long read = cpu();
            RuleFidelity fidelity = new RuleFidelity();
            Map<Fidelity.Status, Long> counts = rules.stream().map(rule -> fidelity.of(rule).status())
                    .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
            long compiled = cpu();
            System.out.println(String.format(Locale.ROOT, "round %d: %d rules, read %.2f s, parsed and compiled %.2f s (CPU of this thread), %s", round, rules.size(),
                    (read - begin) / 1e9, (compiled - read) / 1e9, counts));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
