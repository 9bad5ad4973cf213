package dev.spoor.exec.correlation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group that did what was asked.
 *
 * @param group  its keys by name, in the order of the rule
 * @param events the events that did it, in order, each once
 */
public record Correlation<E>(Map<String, String> group, List<E> events) {
    public Correlation {
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
        events = List.copyOf(events);
    }
}
