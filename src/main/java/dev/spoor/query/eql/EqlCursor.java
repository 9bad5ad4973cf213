package dev.spoor.query.eql;

import dev.spoor.query.eql.EqlToken.Kind;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Set;

/** A place in the tokens of a query, and the errors found so far. Not thread-safe. */
final class EqlCursor {
    private static final Set<String> BOOLEAN_ENDS = Set.of(")", "]", "|", "[", "![");
    private final List<EqlToken> tokens;
    private final QueryErrors errors;
    private final ParseLimits limits;
    private int at;
    private int depth;

    /** Parsing cannot go on here; the error is already reported. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private Broken() {
            super(null, null, false, false);
        }
    }

    EqlCursor(List<EqlToken> tokens, QueryErrors errors, ParseLimits limits) {
        this.tokens = tokens;
        this.errors = errors;
        this.limits = limits;
    }

    EqlToken token() {
        return tokens.get(at);
    }

    /** The token so many places on; the last one where there are no more. */
    EqlToken ahead(int places) {
        return tokens.get(Math.min(at + places, tokens.size() - 1));
    }

    EqlToken next() {
        EqlToken token = token();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean is(String sign) {
        return token().is(sign);
    }

    boolean word(String word) {
        return token().word(word);
    }

    boolean end() {
        return token().kind() == Kind.END;
    }

    /** Takes a sign if it stands here. */
    boolean take(String sign) {
        boolean here = is(sign);
        if (here) {
            next();
        }
        return here;
    }

    /** Takes a keyword if it stands here. */
    boolean takeWord(String word) {
        boolean here = word(word);
        if (here) {
            next();
        }
        return here;
    }

    /** Takes a sign, or reports that it is missing. */
    void expect(String sign, String where) throws Broken {
        if (!take(sign)) {
            throw expected("\"" + sign + "\" " + where);
        }
    }

    /** Reports that something else should stand here. */
    Broken expected(String what) {
        return broken("Expected " + what + ", found " + token().shown() + ".");
    }

    /** Reports an error here. */
    Broken broken(String message) {
        return broken(token().span(), message);
    }

    /** Reports an error at a place. */
    Broken broken(Span span, String message) {
        errors.syntax(span.start(), message);
        return new Broken();
    }

    /** Reports an error after which parsing goes on. */
    void error(Span span, String message) {
        errors.syntax(span.start(), message);
    }

    /** Goes into a bracket. */
    void enter() throws Broken {
        if (++depth > limits.depth()) {
            errors.stop(token().span().start(), "Brackets are nested more than " + limits.depth() + " deep.");
            at = tokens.size() - 1;
            throw new Broken();
        }
    }

    /** Leaves a bracket. */
    void leave() {
        depth--;
    }

    /** How deep the place is; to be restored behind an error. */
    int depth() {
        return depth;
    }

    /** Goes on, behind an error, to the next {@code and}, {@code or} or end of the condition that is not inside brackets, from a place on. */
    void skipTerm(int began, int depthThen) {
        skip(began, depthThen, false);
    }

    /** Goes on, behind an error, to the bracket that closes a condition in brackets, or to the end. */
    void skipCondition(int began, int depthThen) {
        skip(began, depthThen, true);
    }

    private void skip(int began, int depthThen, boolean whole) {
        depth = depthThen;
        int open = 0;
        for (int i = began; i < at; i++) {
            open += opens(tokens.get(i));
        }
        while (!end()) {
            EqlToken token = token();
            boolean stop = open <= 0 && (token.is("]") || token.is("[") || token.is("![") || token.is("|")
                    || !whole && (token.kind() == Kind.SIGN && BOOLEAN_ENDS.contains(token.text()) || token.word("and") || token.word("or")));
            if (stop) {
                return;
            }
            open += opens(token);
            next();
        }
    }

    private static int opens(EqlToken token) {
        return token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }

    /** The number of the token here, for coming back in {@link #skipTerm}. */
    int place() {
        return at;
    }

    boolean stopped() {
        return errors.stopped();
    }
}
