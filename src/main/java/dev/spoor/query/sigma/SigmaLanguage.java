package dev.spoor.query.sigma;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Map;

/** Sigma 2.1: a rule, with the rules and filters that belong to it, as YAML documents. Answers {@link Query.Events} and {@link Query.Correlations}. Immutable and thread-safe. */
public final class SigmaLanguage implements QueryLanguage {
    private final ParseLimits limits;

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
        return lower(text, context.chosen(), context.macros());
    }

    private Query lower(String text, boolean chosen, Map<String, String> lists) throws QueryException {
        List<YamlNode> documents = YamlReader.read(text, limits);
        Problems problems = new Problems(limits.errors());
        Query query = new SigmaLowering(limits, chosen, new Placeholders(lists), problems).lower(documents);
        problems.check();
        return query;
    }
}
