package dev.spoor.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the eye has to know of a query language. */
enum QueryDialect {
    /** Fields, colons and terms; a word that names no field is a value. */
    KQL(true, List.of(), Optional.empty(), Set.of("and", "or", "not")),
    LUCENE(true, List.of(), Optional.empty(), Set.of("AND", "OR", "NOT", "TO")),
    EQL(false, List.of(Comment.LINE, Comment.BLOCK), Optional.of(QueryToken.Kind.FIELD), Set.of("and", "or", "not", "in", "like", "regex", "where", "sequence", "sample", "by",
            "with", "until", "any", "maxspan", "runs", "of", "true", "false", "null", "head", "tail")),
    ESQL(false, List.of(Comment.LINE, Comment.BLOCK), Optional.of(QueryToken.Kind.FIELD), Set.of("and", "or", "not", "in", "like", "rlike", "where", "by", "with", "from", "row",
            "show", "eval", "stats", "inlinestats", "keep", "drop", "rename", "sort", "limit", "dissect", "grok", "enrich", "lookup", "join", "mv_expand", "change_point",
            "metadata", "is", "as", "on", "asc", "desc", "nulls", "first", "last", "null", "true", "false")),
    /** Between back quotes stands a macro. */
    SPL(false, List.of(Comment.MARKED), Optional.of(QueryToken.Kind.FUNCTION), Set.of("and", "or", "not", "in", "like", "where", "by", "from", "eval", "stats", "rename", "sort",
            "as", "search", "tstats", "mstats", "table", "fields", "bin", "bucket", "span", "dedup", "eventstats", "streamstats", "fillnull", "lookup", "inputlookup", "rex",
            "regex", "datamodel", "append", "join", "transaction", "timechart", "chart", "top", "rare", "head", "tail", "convert", "mvexpand", "makemv", "spath", "over",
            "output", "outputnew", "iplocation", "xmlkv", "foreach", "true", "false", "null")),
    SIGMA(false, List.of(Comment.HASH), Optional.empty(), Set.of("and", "or", "not", "of", "them", "all", "near", "count", "by", "null", "true", "false")),
    /** A language that is not known: only what all have in common. */
    OTHER(false, List.of(), Optional.empty(), Set.of("and", "or", "not"));

    /** How a comment begins and ends. */
    record Comment(String begin, String end) {
        private static final Comment LINE = new Comment("//", "\n");
        private static final Comment BLOCK = new Comment("/*", "*/");
        private static final Comment MARKED = new Comment("```", "```");
        private static final Comment HASH = new Comment("#", "\n");
    }

    private static final Map<String, QueryDialect> NAMED = Map.of("kql", KQL, "kuery", KQL, "lucene", LUCENE, "eql", EQL, "esql", ESQL, "spl", SPL, "sigma", SIGMA);

    private final boolean terms;
    private final List<Comment> comments;
    private final Optional<QueryToken.Kind> backQuoted;
    private final Set<String> keywords;

    QueryDialect(boolean terms, List<Comment> comments, Optional<QueryToken.Kind> backQuoted, Set<String> keywords) {
        this.terms = terms;
        this.comments = comments;
        this.backQuoted = backQuoted;
        this.keywords = keywords;
    }

    /** By the word that rules have for the language. */
    static QueryDialect of(String language) {
        return NAMED.getOrDefault(language, OTHER);
    }

    /** Whether words that name no field are values. */
    boolean terms() {
        return terms;
    }

    List<Comment> comments() {
        return comments;
    }

    /** What a text between back quotes is; empty where they mean nothing. */
    Optional<QueryToken.Kind> backQuoted() {
        return backQuoted;
    }

    /** Whether a word is one of the language's own; in Lucene only capitals are. */
    boolean keyword(String word) {
        return keywords.contains(this == LUCENE ? word : word.toLowerCase(Locale.ROOT));
    }
}
