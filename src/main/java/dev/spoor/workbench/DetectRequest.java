package dev.spoor.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which rules to run.
 *
 * @param rules files and folders; empty: the shipped rules
 * @param only  ids of the rules to run; empty: all
 * @param stats a file for time and matches per rule
 * @param threads how many threads look at segments at once; the alerts are the same for any number
 * @param indicators files of indicators for rules that compare events with them, beside the indicators of the case
 */
public record DetectRequest(List<Path> rules, List<String> only, Optional<Path> stats, int threads, List<Path> indicators) {
    /** Without files of indicators. */
    public DetectRequest(List<Path> rules, List<String> only, Optional<Path> stats, int threads) {
        this(rules, only, stats, threads, List.of());
    }

    /** As many threads as there are processors, at most four. */
    public DetectRequest(List<Path> rules, List<String> only, Optional<Path> stats) {
        this(rules, only, stats, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    public DetectRequest {
        rules = List.copyOf(rules);
        only = List.copyOf(only);
        indicators = List.copyOf(indicators);
    }
}
