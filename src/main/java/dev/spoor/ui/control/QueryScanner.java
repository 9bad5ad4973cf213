package dev.spoor.ui.control;

import dev.spoor.ui.control.QueryToken.Kind;

/** Cuts a query into pieces for the eye only: never fails, and takes time in proportion to the text. Immutable. */
final class QueryScanner {
    private static final String ENDS_TERM = "():<>\"{}[]";
    private final String query;
    private final QueryDialect dialect;

    QueryScanner(String query, QueryDialect dialect) {
        this.query = query;
        this.dialect = dialect;
    }

    /** The piece that begins at a place. */
    QueryToken next(int at) {
        char c = query.charAt(at);
        for (QueryDialect.Comment comment : dialect.comments()) {
            if (query.startsWith(comment.begin(), at)) {
                boolean line = comment.end().equals("\n");
                return new QueryToken(Kind.COMMENT, at, found(comment.end(), at + comment.begin().length(), line ? 0 : comment.end().length()));
            }
        }
        if (query.startsWith("\"\"\"", at)) {
            return new QueryToken(Kind.STRING, at, found("\"\"\"", at + 3, 3));
        }
        if (c == '`' && dialect.backQuoted().isPresent()) {
            return new QueryToken(dialect.backQuoted().get(), at, found("`", at + 1, 1));
        }
        if (c == '"' || c == '\'' && !dialect.terms()) {
            return string(at, c);
        }
        return dialect.terms() ? term(at) : word(at);
    }

    private QueryToken term(int at) {
        int end = at;
        while (end < query.length() && !endsTerm(query.charAt(end))) {
            end += query.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, query.length());
        if (end == at) {
            return new QueryToken(Kind.PLAIN, at, blanks(at + 1));
        }
        String term = query.substring(at, end);
        char follows = after(end);
        Kind kind = follows == ':' || follows == '<' || follows == '>' ? Kind.FIELD
                : dialect.keyword(term) ? Kind.KEYWORD : number(term) ? Kind.NUMBER : operator(term) ? Kind.PLAIN : Kind.STRING;
        return new QueryToken(kind, at, end);
    }

    private int blanks(int at) {
        int end = at;
        while (end < query.length() && query.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }

    private static boolean endsTerm(char c) {
        return c <= ' ' || ENDS_TERM.indexOf(c) >= 0;
    }

    private static boolean number(String term) {
        return term.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-') && term.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean operator(String term) {
        return term.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == '*' || c == '$' || c == '?' || c == '/');
    }

    private QueryToken word(int at) {
        char c = query.charAt(at);
        if (c >= '0' && c <= '9') {
            return new QueryToken(Kind.NUMBER, at, run(at));
        }
        if (part(c)) {
            int end = run(at);
            return new QueryToken(kind(at, end), at, end);
        }
        int end = at + 1;
        while (end < query.length() && !part(query.charAt(end)) && "\"'/`#".indexOf(query.charAt(end)) < 0) {
            end++;
        }
        return new QueryToken(Kind.PLAIN, at, end);
    }

    private Kind kind(int start, int end) {
        String word = query.substring(start, end);
        char follows = after(end);
        boolean dotted = word.indexOf('.') > 0;
        boolean names = follows == ':' || follows == '=' || query.startsWith("!=", blank(end));
        if (!dotted && !names && (dialect.keyword(word) || category(end))) {
            return Kind.KEYWORD;
        }
        if (end < query.length() && query.charAt(end) == '(') {
            return Kind.FUNCTION;
        }
        return dotted || names ? Kind.FIELD : Kind.PLAIN;
    }

    /** In EQL the word before {@code where} is a category of events. */
    private boolean category(int end) {
        int next = blank(end);
        return dialect == QueryDialect.EQL && next > end && query.startsWith("where", next) && run(next) == next + 5;
    }

    private static boolean part(char c) {
        return c == '_' || c == '.' || c == '@' || c == '$' || Character.isLetterOrDigit(c);
    }

    private int run(int at) {
        int end = at;
        while (end < query.length() && part(query.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The place of the next character that is no blank. */
    private int blank(int at) {
        int next = at;
        while (next < query.length() && query.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private char after(int at) {
        int next = blank(at);
        return next < query.length() ? query.charAt(next) : '\0';
    }

    private QueryToken string(int at, char quote) {
        int end = at + 1;
        while (end < query.length() && query.charAt(end) != quote && query.charAt(end) != '\n') {
            end += query.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(query.length(), end + 1);
        boolean field = dialect.terms() && after(end) == ':';
        return new QueryToken(field ? Kind.FIELD : Kind.STRING, at, end);
    }

    private int found(String mark, int from, int more) {
        int place = query.indexOf(mark, from);
        return place < 0 ? query.length() : place + more;
    }
}
