package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.exec.correlation.Correlation;
import dev.spoor.exec.correlation.CorrelationEvent;
import dev.spoor.exec.correlation.CorrelationRunner;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.exec.sequence.PatternLimits;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finishes a rule that correlates: keeps the events that satisfy one of its conditions until all are in. Used by one thread. */
final class CorrelationFinish {
    /** How many events a match lists. */
    private static final int LISTED = 10_000;
    private static final int MOST = PatternLimits.STANDARD.events();
    private final CompiledRule rule;
    private final EventCorrelation correlation;
    private final List<CorrelationEvent<FoundEvent>> events = new ArrayList<>();
    private long left;

    CorrelationFinish(CompiledRule rule, EventCorrelation correlation) {
        this.rule = rule;
        this.correlation = correlation;
    }

    CompiledRule rule() {
        return rule;
    }

    /** Keeps the events of a segment. */
    void take(PatternBits bits, NumberedSegment numbered) {
        for (int event = bits.any().next(0); event >= 0; event = bits.any().next(event + 1)) {
            if (events.size() >= MOST) {
                left++;
                continue;
            }
            EventRow row = new EventRow(numbered.segment(), event);
            events.add(new CorrelationEvent<>(new FoundEvent(row, numbered.firstEvent() + event), row, bits.conditions(event)));
        }
    }

    /**
     * The matches, in the order of their last events.
     *
     * @param notes gets what was left out
     */
    List<Match> matches(Comparator<FoundEvent> order, List<String> notes, Job job) {
        if (left > 0) {
            notes.add("only " + events.size() + " of " + (events.size() + left) + " events were kept");
        }
        return new CorrelationRunner<>(events, order, job).run(correlation).stream().map(this::match).toList();
    }

    private Match match(Correlation<FoundEvent> found) {
        List<FoundEvent> listed = found.events().size() > LISTED ? found.events().subList(0, LISTED) : found.events();
        String key = found.group().values().stream().map(text -> text.length() + ":" + text).collect(Collectors.joining(";"));
        Map<String, Object> values = new LinkedHashMap<>(found.group());
        return new Match(rule, listed, found.events().size(), key, values);
    }
}
