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
 */
public record DetectRequest(List<Path> rules, List<String> only, Optional<Path> stats) {
    public DetectRequest {
        rules = List.copyOf(rules);
        only = List.copyOf(only);
    }
}
