package dev.spoor.query.lucene;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;

/** The query string syntax of Lucene and Elasticsearch. Answers {@link Query.Events}. Immutable and thread-safe. */
public final class LuceneLanguage implements QueryLanguage {
    private final ParseLimits limits;

    /** With {@link ParseLimits#DEFAULT}. */
    public LuceneLanguage() {
        this(ParseLimits.DEFAULT);
    }

    public LuceneLanguage(ParseLimits limits) {
        this.limits = limits;
    }

    @Override public String id() {
        return "lucene";
    }

    @Override public void parse(String text) throws QueryException {
        new LuceneParser(text, limits).parse();
    }

    @Override public Query compile(String text, QueryContext context) throws QueryException {
        return new LuceneLowering(text, context).lower(new LuceneParser(text, limits).parse());
    }
}
