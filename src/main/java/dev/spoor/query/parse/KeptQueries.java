package dev.spoor.query.parse;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled queries of languages in which a rule means the same in every data set, so that it is compiled once for many. Thread-safe. */
public final class KeptQueries {
    /** So many are remembered. */
    private static final int MOST = 20_000;
    private final Map<Asked, Query> queries = new ConcurrentHashMap<>();

    /**
     * What the meaning of such a query depends on.
     *
     * @param chosen as in {@link QueryContext}
     * @param lists  what comes beside the text: the macros of {@link QueryContext}
     */
    public record Asked(String language, String text, boolean chosen, Map<String, String> lists) {
        public Asked {
            lists = Map.copyOf(lists);
        }
    }

    /** What a query was compiled to. */
    public Optional<Query> find(Asked asked) {
        return Optional.ofNullable(queries.get(asked));
    }

    /** Remembers a query while there is room. */
    public void keep(Asked asked, Query query) {
        if (queries.size() < MOST) {
            queries.putIfAbsent(asked, query);
        }
    }
}
