package dev.spoor.detect;

import dev.spoor.rule.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule found.
 *
 * @param events numbers of the contributing events in the case, ascending by time, source and record
 * @param key    the finisher's key: empty for a single event, the by-values of a row
 * @param values the row, column to value, in column order; empty for a single event
 */
public record Match(Rule rule, long[] events, String key, Map<String, Object> values) {
    public Match {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
