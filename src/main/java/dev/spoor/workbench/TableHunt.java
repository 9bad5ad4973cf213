package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.exec.ScalarEvaluation;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.Pipeline;
import java.util.List;
import java.util.function.Function;

/** Hunts with a pipeline. */
final class TableHunt {
    TableHunt(ScalarEvaluation scalars) {}

    HuntAnswer run(HuntRequest request, Pipeline pipeline, List<FoundEvent> found, List<String> notes, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job) {
        return new HuntAnswer.Rows(List.of(), List.of(), notes);
    }
}
