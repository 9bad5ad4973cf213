package dev.spoor.exec;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Field types by name; other fields are unknown. */
record Types(Map<String, String> byPath) implements FieldTypes {
    @Override public FieldType type(String path) {
        return byPath.containsKey(path) ? FieldType.ofElastic(byPath.get(path)) : FieldType.UNKNOWN;
    }

    @Override public Optional<String> nullValue(String path) {
        return Optional.empty();
    }

    @Override public Set<String> paths() {
        return byPath.keySet();
    }

    @Override public Optional<String> nestedParent(String path) {
        return Optional.empty();
    }
}
