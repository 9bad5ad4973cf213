package dev.spoor.rule.exceptions;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types written down for a test; every other field is a keyword, and {@code x.text} a multi-field of {@code x}. */
record FixedTypes(Map<String, FieldType> types) implements FieldTypes {
    @Override public FieldType type(String path) {
        return types.getOrDefault(path, FieldType.KEYWORD);
    }

    @Override public Optional<String> nullValue(String path) {
        return Optional.empty();
    }

    @Override public Set<String> paths() {
        return types.keySet();
    }

    @Override public Optional<String> parentOf(String path) {
        return path.endsWith(".text") ? Optional.of(path.substring(0, path.length() - ".text".length())) : Optional.empty();
    }

    @Override public Optional<String> nestedParent(String path) {
        return Optional.empty();
    }
}
