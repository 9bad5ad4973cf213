package dev.spoor.exec.sequence;

import dev.spoor.exec.sequence.SequenceMachine.Complete;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.EventPattern.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drops sequences with an event that must be missing: between two of their events one must not occur there; before the first or behind the last, not within the greatest
 * span of the sequence's other end. Where events must be missing at both ends, Elasticsearch drops a sequence only if both occur within one span. Used once.
 */
final class MissingEvents<E> {
    private final EventPattern pattern;
    private final KeyReader reader;
    private final long span;
    /** For each condition and key, the time of each event by its place. */
    private final Map<Integer, Map<JoinKey, TreeMap<Integer, Long>>> events = new HashMap<>();

    MissingEvents(EventPattern pattern, KeyReader reader) {
        this.pattern = pattern;
        this.reader = reader;
        this.span = pattern.maxSpan().orElse(Long.MAX_VALUE);
        pattern.steps().stream().filter(Step::missing).forEach(step -> events.put(step.condition(), new HashMap<>()));
    }

    /** The sequences that are left. */
    List<Complete<E>> keep(List<Complete<E>> sequences, List<Placed<E>> all) {
        if (events.isEmpty()) {
            return sequences;
        }
        for (Placed<E> event : all) {
            events.forEach((condition, byKey) -> {
                if (event.candidate().satisfies(condition)) {
                    for (JoinKey key : reader.keys(event.candidate().row(), event.candidate().pattern().conditions().get(condition).keys())) {
                        byKey.computeIfAbsent(key, _ -> new TreeMap<>()).put(event.place(), event.time());
                    }
                }
            });
        }
        List<Complete<E>> kept = new ArrayList<>();
        for (Complete<E> sequence : sequences) {
            if (holds(sequence)) {
                kept.add(sequence);
            }
        }
        return kept;
    }

    private boolean holds(Complete<E> sequence) {
        Placed<E> first = sequence.events().getFirst();
        Placed<E> last = sequence.events().getLast();
        Ends ends = new Ends();
        int taken = 0;
        for (Step step : pattern.steps()) {
            if (!step.missing()) {
                taken++;
                continue;
            }
            TreeMap<Integer, Long> occurred = events.get(step.condition()).getOrDefault(sequence.key(), new TreeMap<>());
            if (taken == 0) {
                Map.Entry<Integer, Long> nearest = occurred.lowerEntry(first.place());
                ends.leading = true;
                ends.before = nearest != null && last.time() - nearest.getValue() <= span ? Math.max(ends.before, nearest.getValue()) : ends.before;
            } else if (taken == sequence.events().size()) {
                Map.Entry<Integer, Long> nearest = occurred.higherEntry(last.place());
                ends.trailing = true;
                ends.behind = nearest != null && nearest.getValue() - first.time() <= span ? Math.min(ends.behind, nearest.getValue()) : ends.behind;
            } else {
                Integer next = occurred.higherKey(sequence.events().get(taken - 1).place());
                if (next != null && next < sequence.events().get(taken).place()) {
                    return false;
                }
            }
        }
        return ends.hold(span);
    }

    /** What occurred before and behind a sequence. */
    private static final class Ends {
        private static final long NEVER_BEFORE = Long.MIN_VALUE;
        private static final long NEVER_BEHIND = Long.MAX_VALUE;
        private boolean leading;
        private boolean trailing;
        private long before = NEVER_BEFORE;
        private long behind = NEVER_BEHIND;

        private boolean hold(long span) {
            if (leading && trailing) {
                return before == NEVER_BEFORE || behind == NEVER_BEHIND || behind - before > span;
            }
            return before == NEVER_BEFORE && behind == NEVER_BEHIND;
        }
    }
}
