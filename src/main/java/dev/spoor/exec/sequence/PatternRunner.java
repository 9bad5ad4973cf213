package dev.spoor.exec.sequence;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.EventPattern.Cut;
import dev.spoor.query.pipeline.EventPattern.Kind;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the groups of events that a pattern asks for. Immutable and thread-safe. */
public final class PatternRunner {
    private final PatternLimits limits;
    private final int samples;

    /**
     * @param samples how many samples of one key at most
     */
    public PatternRunner(PatternLimits limits, int samples) {
        this.limits = limits;
        this.samples = samples;
    }

    /**
     * Finds them.
     *
     * @param pattern    as compiled for one of the data sets; the others differ in conditions and fields only
     * @param candidates the events that satisfy at least one of its conditions, in any order
     * @param ties       the order of events of one time and tiebreaker
     */
    public <E> PatternResult<E> run(EventPattern pattern, List<Candidate<E>> candidates, Comparator<E> ties, Job job) {
        List<String> notes = new ArrayList<>();
        List<Placed<E>> placed = placed(pattern, candidates, ties, notes);
        KeyReader keys = new KeyReader(limits.keys());
        List<PatternResult.Group<E>> groups = switch (pattern.kind()) {
            case EVENTS -> placed.stream().map(one -> new PatternResult.Group<>(List.of(), List.of(Optional.of(one.candidate().event())))).toList();
            case SEQUENCE -> new SequenceMachine<E>(pattern, keys, job).run(placed);
            case SAMPLE -> new Sampler<E>(pattern, keys, samples, job).run(placed);
        };
        if (keys.cut()) {
            notes.add("an event has more than " + limits.keys() + " combinations of join keys; the others were not followed");
        }
        for (Cut cut : pattern.cuts()) {
            int count = (int) Math.min(cut.count(), groups.size());
            groups = cut.first() ? groups.subList(0, count) : groups.subList(groups.size() - count, groups.size());
        }
        return new PatternResult<>(groups, notes);
    }

    private <E> List<Placed<E>> placed(EventPattern pattern, List<Candidate<E>> candidates, Comparator<E> ties, List<String> notes) {
        Map<EventPattern, EventClock> clocks = new IdentityHashMap<>();
        List<Placed<E>> all = new ArrayList<>(candidates.size());
        long timeless = 0;
        for (Candidate<E> candidate : candidates) {
            EventRow row = candidate.row();
            EventClock.Tick tick = clocks.computeIfAbsent(candidate.pattern(), EventClock::new).tick(row);
            if (pattern.kind() == Kind.SEQUENCE && tick.time() == Time.NONE) {
                timeless++;
            } else {
                all.add(new Placed<>(candidate, tick, 0));
            }
        }
        if (timeless > 0) {
            notes.add(timeless + (timeless == 1 ? " event without a time has" : " events without a time have") + " no part in a sequence");
        }
        all.sort(PatternRunner.<E>order(pattern.kind() == Kind.SAMPLE).thenComparing(one -> one.candidate().event(), ties));
        if (all.size() > limits.events()) {
            notes.add("only the first " + limits.events() + " of " + all.size() + " events were looked at");
            all = all.subList(0, limits.events());
        }
        List<Placed<E>> placed = new ArrayList<>(all.size());
        for (Placed<E> one : all) {
            placed.add(new Placed<>(one.candidate(), one.tick(), placed.size()));
        }
        return placed;
    }

    /** Samples have no order of time; they prefer records that stand first in their files. */
    private static <E> Comparator<Placed<E>> order(boolean timeless) {
        return timeless ? Comparator.comparingLong((Placed<E> one) -> one.candidate().row().origin().record()).thenComparingLong(one -> one.candidate().row().origin().offset())
                : Comparator.comparing(Placed::tick);
    }
}
