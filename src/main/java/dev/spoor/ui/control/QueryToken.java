package dev.spoor.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a query as it is coloured. This is a scanner for the eye only: it knows the words of all the languages at once, never fails, and takes time
 * in proportion to the text.
 *
 * @param start place of its first character
 * @param end   place after its last
 */
record QueryToken(Kind kind, int start, int end) {
    /** What it looks like. */
    enum Kind {
        PLAIN, KEYWORD, STRING, NUMBER, FUNCTION, FIELD, COMMENT
    }

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "like", "rlike", "where", "sequence", "sample", "by", "with", "until", "any",
            "maxspan", "runs", "from", "eval", "stats", "keep", "drop", "rename", "sort", "limit", "dissect", "grok", "enrich", "mv_expand", "is", "null", "true",
            "false", "as", "search", "tstats", "table", "bin", "bucket", "span", "dedup", "eventstats", "streamstats", "fillnull", "lookup", "rex", "datamodel",
            "selection", "condition", "detection", "filter", "of", "them", "all", "metadata", "process", "file", "registry", "network", "library", "inline");

    /** All pieces, in order, without gaps. */
    static List<QueryToken> of(String query) {
        List<QueryToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            QueryToken token = next(query, at);
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }

    private static QueryToken next(String query, int at) {
        char c = query.charAt(at);
        if (query.startsWith("//", at)) {
            return new QueryToken(Kind.COMMENT, at, found(query, "\n", at, 0));
        }
        if (query.startsWith("/*", at)) {
            return new QueryToken(Kind.COMMENT, at, found(query, "*/", at + 2, 2));
        }
        if (query.startsWith("\"\"\"", at)) {
            return new QueryToken(Kind.STRING, at, found(query, "\"\"\"", at + 3, 3));
        }
        if (c == '"' || c == '\'') {
            return new QueryToken(Kind.STRING, at, string(query, at, c));
        }
        if (c >= '0' && c <= '9') {
            return new QueryToken(Kind.NUMBER, at, run(query, at));
        }
        if (part(c)) {
            int end = run(query, at);
            return new QueryToken(word(query, at, end), at, end);
        }
        int end = at + 1;
        while (end < query.length() && !part(query.charAt(end)) && "\"'/".indexOf(query.charAt(end)) < 0) {
            end++;
        }
        return new QueryToken(Kind.PLAIN, at, end);
    }

    private static Kind word(String query, int start, int end) {
        String word = query.substring(start, end);
        int next = end;
        while (next < query.length() && query.charAt(next) == ' ') {
            next++;
        }
        char follows = next < query.length() ? query.charAt(next) : '\0';
        boolean dotted = word.indexOf('.') > 0;
        if (!dotted && follows != ':' && follows != '=' && KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
            return Kind.KEYWORD;
        }
        if (follows == '(' && next == end) {
            return Kind.FUNCTION;
        }
        return dotted || follows == ':' || follows == '=' || query.startsWith("!=", next) ? Kind.FIELD : Kind.PLAIN;
    }

    private static boolean part(char c) {
        return c == '_' || c == '.' || c == '@' || c == '$' || Character.isLetterOrDigit(c);
    }

    private static int run(String query, int at) {
        int end = at;
        while (end < query.length() && part(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int string(String query, int at, char quote) {
        int end = at + 1;
        while (end < query.length() && query.charAt(end) != quote && query.charAt(end) != '\n') {
            end += query.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(query.length(), end + 1);
    }

    private static int found(String query, String mark, int from, int more) {
        int place = query.indexOf(mark, from);
        return place < 0 ? query.length() : place + more;
    }
}
