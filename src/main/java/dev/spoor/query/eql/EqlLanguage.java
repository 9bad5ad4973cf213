package dev.spoor.query.eql;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;

/** EQL, the Event Query Language of Elasticsearch. Answers {@link Query.Events} and {@link Query.Patterns}. Immutable and thread-safe. */
public final class EqlLanguage implements QueryLanguage {
    private final ParseLimits limits;

    /** With {@link ParseLimits#DEFAULT}. */
    public EqlLanguage() {
        this(ParseLimits.DEFAULT);
    }

    public EqlLanguage(ParseLimits limits) {
        this.limits = limits;
    }

    @Override public String id() {
        return "eql";
    }

    @Override public void parse(String text) throws QueryException {
        new EqlParser(text, limits).parse();
    }

    @Override public Query compile(String text, QueryContext context) throws QueryException {
        return new EqlLowering(text, context).lower(new EqlParser(text, limits).parse());
    }
}
