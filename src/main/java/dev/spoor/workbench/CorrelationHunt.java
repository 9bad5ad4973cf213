package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.correlation.Correlation;
import dev.spoor.exec.correlation.CorrelationEvent;
import dev.spoor.exec.correlation.CorrelationRunner;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A hunt that correlates: takes the events of one data set after the other, then answers. Used once. */
final class CorrelationHunt {
    private final HuntRequest request;
    private final List<CorrelationEvent<FoundEvent>> events = new ArrayList<>();

    CorrelationHunt(HuntRequest request) {
        this.request = request;
    }

    /** Takes the events of a segment. */
    void take(NumberedSegment numbered, FieldTypes types, EventCorrelation correlation) {
        ConditionMatcher matcher = new ConditionMatcher(numbered.segment(), types, new ScalarEvaluator(types));
        PatternBits bits = PatternBits.of(correlation.events(), matcher, numbered.segment().size());
        for (int event = bits.any().next(0); event >= 0; event = bits.any().next(event + 1)) {
            EventRow row = new EventRow(numbered.segment(), event);
            events.add(new CorrelationEvent<>(new FoundEvent(row, numbered.firstEvent() + event), row, bits.conditions(event)));
        }
    }

    HuntAnswer answer(EventCorrelation correlation, Comparator<FoundEvent> order, List<String> notes, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job) {
        List<Correlation<FoundEvent>> found = new CorrelationRunner<>(events, order, job).run(correlation);
        List<HuntAnswer.CorrelatedEvents> shown = found.stream().limit(request.limit().orElse(Long.MAX_VALUE))
                .map(one -> new HuntAnswer.CorrelatedEvents(one.group(), one.events().stream().map(documents).toList())).toList();
        return new HuntAnswer.Correlations(shown, found.size(), notes);
    }
}
