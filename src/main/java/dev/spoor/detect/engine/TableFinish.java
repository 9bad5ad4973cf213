package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.exec.ScalarEvaluation;
import dev.spoor.job.Job;
import java.util.List;

/** Finishes rules with a pipeline. */
final class TableFinish {
    TableFinish(ScalarEvaluation scalars) {}

    List<Match> matches(CompiledRule rule, List<FoundEvent> events, Job job) {
        return List.of();
    }
}
