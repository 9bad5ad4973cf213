package dev.spoor.query.languages;

import dev.spoor.query.parse.QueryLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The query languages that Spoor speaks, by id. Immutable. */
public final class QueryLanguages {
    private final Map<String, QueryLanguage> byId = new TreeMap<>();

    public QueryLanguages(List<QueryLanguage> languages) {
        for (QueryLanguage language : languages) {
            byId.put(language.id(), language);
        }
    }

    /** The language of an id, if Spoor speaks it. */
    public Optional<QueryLanguage> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All ids, sorted. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
