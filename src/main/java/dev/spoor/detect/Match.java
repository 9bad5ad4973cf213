package dev.spoor.detect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule found.
 *
 * @param events the contributing events in the order of the case: by time, ties by source and record; the first 10,000
 * @param count  how many contributing events, also beyond those
 * @param key    the finisher's key: empty for a single event, the by-values of a row
 * @param values the row, column to value, in column order; empty for a single event
 * @param suppressed how many further matches it stands for
 */
public record Match(CompiledRule rule, List<FoundEvent> events, long count, String key, Map<String, Object> values, long suppressed) {
    public Match {
        events = List.copyOf(events);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A match that stands for itself only. */
    public Match(CompiledRule rule, List<FoundEvent> events, long count, String key, Map<String, Object> values) {
        this(rule, events, count, key, values, 0);
    }
}
