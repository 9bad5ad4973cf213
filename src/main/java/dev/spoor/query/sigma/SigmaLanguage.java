package dev.spoor.query.sigma;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sigma 2.1: a rule, with the rules and filters that belong to it, as YAML documents. Answers {@link Query.Events} and {@link Query.Correlations}. Thread-safe. */
public final class SigmaLanguage implements QueryLanguage {
    /** So many rules are remembered with what they were compiled to. */
    private static final int MOST_KEPT = 20_000;
    private final ParseLimits limits;
    private final Resolved resolved = new Resolved();
    private final Map<Asked, Query> compiled = new ConcurrentHashMap<>();

    private record Asked(String text, boolean chosen, Map<String, String> lists) {}

    /** With {@link ParseLimits#DEFAULT}. */
    public SigmaLanguage() {
        this(ParseLimits.DEFAULT);
    }

    public SigmaLanguage(ParseLimits limits) {
        this.limits = limits;
    }

    @Override public String id() {
        return "sigma";
    }

    @Override public void parse(String text) throws QueryException {
        lower(text, true, Map.of());
    }

    @Override public Query compile(String text, QueryContext context) throws QueryException {
        if (context.purpose() != QueryContext.Purpose.RULE) {
            return lower(text, context.chosen(), context.macros());
        }
        // a rule means the same in every data set, and is compiled for many
        Asked asked = new Asked(text, context.chosen(), context.macros());
        Query query = compiled.get(asked);
        if (query == null) {
            query = lower(text, context.chosen(), context.macros());
            if (compiled.size() < MOST_KEPT) {
                compiled.putIfAbsent(asked, query);
            }
        }
        return query;
    }

    private Query lower(String text, boolean chosen, Map<String, String> lists) throws QueryException {
        List<YamlNode> documents = YamlReader.read(text, limits);
        Problems problems = new Problems(limits.errors());
        Query query = new SigmaLowering(limits, chosen, new Placeholders(lists), resolved, problems).lower(documents);
        problems.check();
        return query;
    }
}
