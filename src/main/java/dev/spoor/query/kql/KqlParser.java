package dev.spoor.query.kql;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.kql.KqlToken.Kind;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a query by recursive descent. Lists are loops; only brackets recurse, to a limit. After an error the rest of the condition is skipped and reading goes on at
 * the next operator or closing bracket. Used once, by one thread.
 */
final class KqlParser {
    private final String query;
    private final ParseLimits limits;
    private final QueryErrors errors;
    private List<KqlToken> tokens = List.of();
    private int at;
    private int depth;

    KqlParser(String query, ParseLimits limits) {
        this.query = query;
        this.limits = limits;
        this.errors = new QueryErrors(query, limits.errors());
    }

    /**
     * The tree of the query.
     *
     * @throws QueryException with all errors found, in the order of the text
     */
    KqlNode parse() throws QueryException {
        if (query.length() > limits.length()) {
            throw new QueryException(new Diagnostic(Diagnostic.Kind.LIMIT, "The query has " + query.length() + " characters; at most " + limits.length() + " can be read.", 1, 1));
        }
        tokens = new KqlLexer(query, errors).tokens();
        KqlNode tree = new KqlNode.All();
        if (token().kind() != Kind.END) {
            tree = or(this::condition);
            while (token().kind() != Kind.END) {
                rest();
            }
        }
        errors.check();
        return tree;
    }

    /** What stands between the operators: conditions, or the values of one field. */
    private interface Term {
        KqlNode read();
    }

    private KqlNode or(Term term) {
        List<KqlNode> terms = new ArrayList<>();
        do {
            terms.add(and(term));
        } while (take(Kind.OR));
        return terms.size() == 1 ? terms.getFirst() : new KqlNode.Or(terms);
    }

    private KqlNode and(Term term) {
        List<KqlNode> terms = new ArrayList<>();
        do {
            terms.add(not(term));
        } while (take(Kind.AND));
        return terms.size() == 1 ? terms.getFirst() : new KqlNode.And(terms);
    }

    private KqlNode not(Term term) {
        return take(Kind.NOT) ? new KqlNode.Not(term.read()) : term.read();
    }

    private KqlNode condition() {
        if (token().kind() == Kind.OPEN) {
            return bracketed(Kind.CLOSE, this::condition);
        }
        if (!token().kind().text()) {
            return failed("a condition like field:value", true);
        }
        KqlText text = next().asText();
        boolean names = token().kind() == Kind.COLON || token().kind().compares();
        if (names && text.text().isEmpty()) {
            error(text.span().start(), "A field has a name; these quotes are empty.");
        }
        KqlNode condition = switch (token().kind()) {
            case COLON -> {
                at++;
                yield token().kind() == Kind.OPEN_BRACE
                        ? new KqlNode.Nested(text, bracketed(Kind.CLOSE_BRACE, this::condition)) : values(text);
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> range(text);
            case TEXT, QUOTED, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE, AND, OR, NOT, END ->
                    text.anything() ? new KqlNode.All() : new KqlNode.Is(Optional.empty(), text);
        };
        return finished(condition);
    }

    private KqlNode values(KqlText field) {
        if (token().kind() == Kind.OPEN) {
            return bracketed(Kind.CLOSE, () -> finished(values(field)));
        }
        if (!token().kind().text()) {
            return failed("a value for the field \"" + field.text() + "\"", true);
        }
        KqlText value = next().asText();
        if (!value.anything()) {
            return new KqlNode.Is(Optional.of(field), value);
        }
        return field.anything() ? new KqlNode.All() : new KqlNode.Exists(field);
    }

    private KqlNode range(KqlText field) {
        KqlNode.Side side = switch (next().kind()) {
            case LESS -> KqlNode.Side.LT;
            case LESS_OR_EQUAL -> KqlNode.Side.LTE;
            case GREATER -> KqlNode.Side.GT;
            case GREATER_OR_EQUAL, TEXT, QUOTED, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE, COLON, AND, OR, NOT, END -> KqlNode.Side.GTE;
        };
        return token().kind().text() ? new KqlNode.Range(field, side, next().asText()) : failed("one value to compare \"" + field.text() + "\" with", true);
    }

    private KqlNode bracketed(Kind closing, Term term) {
        KqlToken open = next();
        if (++depth > limits.depth()) {
            errors.stop(open.span().start(), "Brackets are nested more than " + limits.depth() + " deep.");
            at = tokens.size() - 1;
            return new KqlNode.All();
        }
        KqlNode inside = or(term);
        while (token().kind() != closing && token().kind() != Kind.END) {
            rest();
        }
        depth--;
        if (!take(closing)) {
            error(open.span().start(), "This " + open.kind().words() + " is never closed; add a " + closing.words() + ".");
        }
        return inside;
    }

    /** Behind a condition only an operator, a closing bracket or the end can stand. */
    private KqlNode finished(KqlNode node) {
        Kind kind = token().kind();
        boolean fine = kind == Kind.AND || kind == Kind.OR || kind == Kind.CLOSE || kind == Kind.CLOSE_BRACE || kind == Kind.END;
        return fine ? node : failed("and, or, or the end of the query", false);
    }

    private KqlNode failed(String expected, boolean begin) {
        error(token().span().start(), KqlAdvice.message(query, token(), expected, begin));
        skip();
        return new KqlNode.All();
    }

    /** Tokens that no bracket or operator accounts for. */
    private void rest() {
        Kind kind = token().kind();
        if (kind == Kind.CLOSE || kind == Kind.CLOSE_BRACE) {
            error(token().span().start(), "This " + kind.words() + " closes nothing; remove it, or escape it with a backslash if it belongs to a value.");
            at++;
        } else {
            failed("and, or, or the end of the query", false);
        }
        if (token().kind() == Kind.AND || token().kind() == Kind.OR) {
            at++;
            or(this::condition);
        }
    }

    private void skip() {
        int open = 0;
        while (true) {
            Kind kind = token().kind();
            boolean closing = kind == Kind.CLOSE || kind == Kind.CLOSE_BRACE;
            if (kind == Kind.END || (open == 0 && (closing || kind == Kind.AND || kind == Kind.OR))) {
                return;
            }
            open += kind == Kind.OPEN || kind == Kind.OPEN_BRACE ? 1 : closing ? -1 : 0;
            at++;
        }
    }

    private KqlToken token() {
        return tokens.get(at);
    }

    private KqlToken next() {
        KqlToken token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private boolean take(Kind kind) {
        boolean here = token().kind() == kind;
        at += here ? 1 : 0;
        return here;
    }

    private void error(int offset, String message) {
        errors.syntax(offset, message);
        at = errors.stopped() ? tokens.size() - 1 : at;
    }
}
