package dev.spoor.query.sigma;

import dev.spoor.query.parse.KeptQueries;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sigma 2.1: a rule, with the rules and filters that belong to it, as YAML documents. Answers {@link Query.Events} and {@link Query.Correlations}. Thread-safe. */
public final class SigmaLanguage implements QueryLanguage {
    private final ParseLimits limits;
    private final Resolved resolved = new Resolved();
    private final KeptQueries compiled;

    /** With {@link ParseLimits#DEFAULT}. */
    public SigmaLanguage() {
        this(ParseLimits.DEFAULT, new KeptQueries());
    }

    /** @param compiled what was compiled before; gets what is compiled */
    public SigmaLanguage(ParseLimits limits, KeptQueries compiled) {
        this.limits = limits;
        this.compiled = compiled;
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
        KeptQueries.Asked asked = new KeptQueries.Asked(id(), text, context.chosen(), context.macros());
        Optional<Query> known = compiled.find(asked);
        if (known.isPresent()) {
            return known.get();
        }
        Query query = lower(text, context.chosen(), context.macros());
        compiled.keep(asked, query);
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
