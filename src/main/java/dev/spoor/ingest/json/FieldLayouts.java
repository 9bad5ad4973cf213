package dev.spoor.ingest.json;

import dev.spoor.event.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sequences of fields that documents have. Most documents have the fields of an earlier one, whose look-up table then serves again. Not thread-safe. */
final class FieldLayouts {
    private static final int MOST = 4_096;
    private final Map<Integer, FieldLayout> layouts = new HashMap<>();

    /** The fields that nodes hold, in their order. */
    Map<String, Values> fields(List<PathNode> nodes) {
        Values[] values = new Values[nodes.size()];
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            PathNode node = nodes.get(i);
            values[i] = node.values();
            hash = hash * 31 + node.hashCode();
        }
        FieldLayout layout = layouts.get(hash);
        if (layout == null || !layout.of(nodes)) {
            if (layouts.size() == MOST) {
                layouts.clear();
            }
            layout = new FieldLayout(nodes);
            layouts.put(hash, layout);
        }
        return new LaidOutFields(layout, values);
    }
}
