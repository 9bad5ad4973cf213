package dev.spoor.ui.control;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a query as it is coloured.
 *
 * @param start place of its first character
 * @param end   place after its last
 */
record QueryToken(Kind kind, int start, int end) {
    /** What it looks like. */
    enum Kind {
        PLAIN, KEYWORD, STRING, NUMBER, FUNCTION, FIELD, COMMENT
    }

    /** All pieces, in order, without gaps. */
    static List<QueryToken> of(String query, QueryDialect dialect) {
        QueryScanner scanner = new QueryScanner(query, dialect);
        List<QueryToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            QueryToken token = scanner.next(at);
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }
}
