package dev.spoor.query.sigma;

import dev.spoor.query.expr.FieldRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Names and log sources that were looked up before: thousands of rules use the same few. Thread-safe. */
final class Resolved {
    private static final int MOST = 20_000;
    private final Map<Name, FieldRef> fields = new ConcurrentHashMap<>();
    private final Map<LogSource, Optional<LogSources.Found>> sources = new ConcurrentHashMap<>();

    private record Name(String name, LogSource source) {}

    /** As {@link FieldNames#resolve}. */
    FieldRef field(String name, LogSource source) {
        if (fields.size() > MOST) {
            return FieldNames.standard().resolve(name, source);
        }
        return fields.computeIfAbsent(new Name(name, source), key -> FieldNames.standard().resolve(key.name, key.source));
    }

    /** As {@link LogSources#find}. */
    Optional<LogSources.Found> source(LogSource stated) {
        if (sources.size() > MOST) {
            return LogSources.standard().find(stated);
        }
        return sources.computeIfAbsent(stated, LogSources.standard()::find);
    }
}
