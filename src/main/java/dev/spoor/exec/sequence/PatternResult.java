package dev.spoor.exec.sequence;

import java.util.List;
import java.util.Optional;

/**
 * What a pattern found.
 *
 * @param groups in the order of their last events; samples in the order of their keys
 * @param notes  what was left out, in sentences
 */
public record PatternResult<E>(List<Group<E>> groups, List<String> notes) {
    public PatternResult {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /**
     * Events that belong together.
     *
     * @param keys   the values of the join keys; empty for null
     * @param events one for each step; empty where the step says that there is none
     */
    public record Group<E>(List<Optional<String>> keys, List<Optional<E>> events) {
        public Group {
            keys = List.copyOf(keys);
            events = List.copyOf(events);
        }

        /** The events that there are, in the order of the steps. */
        public List<E> present() {
            return events.stream().flatMap(Optional::stream).toList();
        }
    }
}
