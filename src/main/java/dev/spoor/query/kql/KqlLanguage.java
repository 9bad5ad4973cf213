package dev.spoor.query.kql;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;

/** The Kibana Query Language. Answers {@link Query.Events}. Immutable and thread-safe. */
public final class KqlLanguage implements QueryLanguage {
    private final ParseLimits limits;

    /** With {@link ParseLimits#DEFAULT}. */
    public KqlLanguage() {
        this(ParseLimits.DEFAULT);
    }

    public KqlLanguage(ParseLimits limits) {
        this.limits = limits;
    }

    @Override public String id() {
        return "kql";
    }

    @Override public void parse(String text) throws QueryException {
        new KqlParser(text, limits).parse();
    }

    @Override public Query compile(String text, QueryContext context) throws QueryException {
        return new KqlLowering(text, context).lower(new KqlParser(text, limits).parse());
    }
}
