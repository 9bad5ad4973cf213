package dev.spoor.exec.sequence;

import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.EventPattern.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sequences as Elasticsearch does. For each key and each step there is at most one sequence that waits for its next event: a later one takes the place of an earlier
 * one. An event takes the waiting sequence of the step before its own on, whether or not the sequence has grown too long; then that sequence is gone. Steps are tried from
 * the last to the first, so that an event has one place in a sequence, but may end one sequence and begin another. What an event of {@code until} begins is over at once. Missing events are
 * looked for when a sequence is complete. Used once.
 *
 * <p>Work is linear in events, for each of their keys; memory in events.
 */
final class SequenceMachine<E> {
    private static final int CHECKED = 10_000;
    private final EventPattern pattern;
    private final KeyReader reader;
    private final Job job;
    private final List<Integer> steps = new ArrayList<>();
    private final Map<JoinKey, List<Partial<E>>> waiting = new HashMap<>();
    private final List<Complete<E>> complete = new ArrayList<>();

    /**
     * Events of a sequence so far.
     *
     * @param before the others, null at the first
     * @param begin  time of the first
     * @param key    as the first spells it
     */
    private record Partial<E>(Partial<E> before, Placed<E> last, long begin, JoinKey key) {}

    /** A sequence with all events that are not missing, in order. */
    record Complete<E>(JoinKey key, List<Placed<E>> events) {}

    SequenceMachine(EventPattern pattern, KeyReader reader, Job job) {
        this.pattern = pattern;
        this.reader = reader;
        this.job = job;
        for (int i = 0; i < pattern.steps().size(); i++) {
            if (!pattern.steps().get(i).missing()) {
                steps.add(i);
            }
        }
    }

    List<PatternResult.Group<E>> run(List<Placed<E>> events) {
        for (Placed<E> event : events) {
            if (event.place() % CHECKED == 0) {
                job.check();
            }
            take(event);
        }
        MissingEvents<E> missing = new MissingEvents<>(pattern, reader);
        return missing.keep(complete, events).stream().map(this::group).toList();
    }

    private void take(Placed<E> event) {
        Set<JoinKey> ended = pattern.until().isPresent() ? end(event) : Set.of();
        Map<Integer, List<JoinKey>> keys = new HashMap<>();
        for (int step = steps.size() - 1; step >= 0; step--) {
            int condition = pattern.steps().get(steps.get(step)).condition();
            if (event.candidate().satisfies(condition)) {
                for (JoinKey key : keys.computeIfAbsent(condition, number -> keys(event, number))) {
                    if (steps.size() == 1 || !ended.contains(key)) {
                        take(event, step, key);
                    }
                }
            }
        }
    }

    /** Ends what waits for the keys of an event that the sequences run until. */
    private Set<JoinKey> end(Placed<E> event) {
        if (!event.candidate().satisfies(pattern.until().getAsInt())) {
            return Set.of();
        }
        Set<JoinKey> ended = new HashSet<>(keys(event, pattern.until().getAsInt()));
        ended.forEach(waiting::remove);
        return ended;
    }

    private void take(Placed<E> event, int step, JoinKey key) {
        Partial<E> before = null;
        if (step > 0) {
            before = withdraw(key, step - 1);
            boolean late = before != null && pattern.maxSpan().isPresent() && event.time() - before.begin() > pattern.maxSpan().getAsLong();
            if (before == null || late) {
                return;
            }
        }
        Partial<E> partial = before == null ? new Partial<>(null, event, event.time(), key) : new Partial<>(before, event, before.begin(), before.key());
        if (step == steps.size() - 1) {
            complete.add(new Complete<>(partial.key(), events(partial)));
        } else {
            List<Partial<E>> places = waiting.computeIfAbsent(key, _ -> new ArrayList<>());
            while (places.size() <= step) {
                places.add(null);
            }
            places.set(step, partial);
        }
    }

    private Partial<E> withdraw(JoinKey key, int step) {
        List<Partial<E>> places = waiting.get(key);
        return places == null || places.size() <= step ? null : places.set(step, null);
    }

    private List<JoinKey> keys(Placed<E> event, int condition) {
        return reader.keys(event.candidate().row(), event.candidate().pattern().conditions().get(condition).keys());
    }

    private List<Placed<E>> events(Partial<E> last) {
        List<Placed<E>> events = new ArrayList<>(steps.size());
        for (Partial<E> partial = last; partial != null; partial = partial.before()) {
            events.add(partial.last());
        }
        return events.reversed();
    }

    private PatternResult.Group<E> group(Complete<E> sequence) {
        List<Optional<E>> events = new ArrayList<>();
        int next = 0;
        for (Step step : pattern.steps()) {
            events.add(step.missing() ? Optional.empty() : Optional.of(sequence.events().get(next++).candidate().event()));
        }
        return new PatternResult.Group<>(sequence.key().shown(), events);
    }
}
