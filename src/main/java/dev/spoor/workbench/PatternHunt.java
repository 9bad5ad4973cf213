package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.sequence.Candidate;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.exec.sequence.PatternLimits;
import dev.spoor.exec.sequence.PatternResult;
import dev.spoor.exec.sequence.PatternRunner;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A hunt for events that belong together: takes the events of one data set after the other, then answers. Used once. */
final class PatternHunt {
    private final HuntRequest request;
    private final List<Candidate<FoundEvent>> candidates = new ArrayList<>();

    PatternHunt(HuntRequest request) {
        this.request = request;
    }

    /** Takes the events of a segment. */
    void take(NumberedSegment numbered, FieldTypes types, EventPattern pattern) {
        ConditionMatcher matcher = new ConditionMatcher(numbered.segment(), types, new ScalarEvaluator(types));
        PatternBits bits = PatternBits.of(pattern, matcher, numbered.segment().size());
        for (int event = bits.any().next(0); event >= 0; event = bits.any().next(event + 1)) {
            EventRow row = new EventRow(numbered.segment(), event);
            candidates.add(new Candidate<>(new FoundEvent(row, numbered.firstEvent() + event), row, pattern, bits.conditions(event)));
        }
    }

    HuntAnswer answer(EventPattern pattern, Comparator<FoundEvent> order, List<String> notes, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job) {
        PatternResult<FoundEvent> result = new PatternRunner(PatternLimits.STANDARD, request.samplesPerKey()).run(pattern, candidates, order, job);
        List<String> all = new ArrayList<>(notes);
        all.addAll(result.notes());
        if (pattern.kind() == EventPattern.Kind.EVENTS) {
            return Hunter.events(request, result.groups().stream().flatMap(group -> group.present().stream()).toList(), all, documents);
        }
        List<HuntAnswer.EventGroup> groups = result.groups().stream().limit(request.limit().orElse(Long.MAX_VALUE)).map(group -> group(group, documents)).toList();
        return new HuntAnswer.Groups(groups, result.groups().size(), all);
    }

    private static HuntAnswer.EventGroup group(PatternResult.Group<FoundEvent> group, Function<FoundEvent, HuntAnswer.FoundEvent> documents) {
        return new HuntAnswer.EventGroup(group.keys(), group.events().stream().<Optional<HuntAnswer.FoundEvent>>map(event -> event.map(documents)).toList());
    }
}
