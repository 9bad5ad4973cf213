package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finishes a rule that puts events together: keeps the events that satisfy one of its conditions until all are in; each group is a match. Used by one thread. */
final class PatternFinish {
    private static final PatternLimits LIMITS = PatternLimits.STANDARD;
    private final CompiledRule rule;
    private final EventPattern pattern;
    private final List<Candidate<FoundEvent>> candidates = new ArrayList<>();
    private long left;

    PatternFinish(CompiledRule rule, EventPattern pattern) {
        this.rule = rule;
        this.pattern = pattern;
    }

    /**
     * Keeps the events of a segment.
     *
     * @param compiled the pattern as compiled for the segment's data set
     */
    void take(PatternBits bits, EventPattern compiled, NumberedSegment numbered) {
        for (int event = bits.any().next(0); event >= 0; event = bits.any().next(event + 1)) {
            if (candidates.size() >= LIMITS.events()) {
                left++;
                continue;
            }
            EventRow row = new EventRow(numbered.segment(), event);
            candidates.add(new Candidate<>(new FoundEvent(row, numbered.firstEvent() + event), row, compiled, bits.conditions(event)));
        }
    }

    /**
     * The matches, in the order of their last events.
     *
     * @param notes gets what was left out
     */
    List<Match> matches(Comparator<FoundEvent> order, List<String> notes, Job job) {
        PatternResult<FoundEvent> result = new PatternRunner(LIMITS, 1).run(pattern, candidates, order, job);
        if (left > 0) {
            notes.add("only " + candidates.size() + " of " + (candidates.size() + left) + " events were kept");
        }
        notes.addAll(result.notes());
        return result.groups().stream().map(group -> match(group, order)).toList();
    }

    private Match match(PatternResult.Group<FoundEvent> group, Comparator<FoundEvent> order) {
        List<FoundEvent> events = group.present().stream().sorted(order).toList();
        return new Match(rule, events, events.size(), group.keys().stream().map(PatternFinish::spelt).collect(Collectors.joining(";")), Map.of());
    }

    private static String spelt(Optional<String> key) {
        return key.map(text -> text.length() + ":" + text).orElse("-");
    }
}
