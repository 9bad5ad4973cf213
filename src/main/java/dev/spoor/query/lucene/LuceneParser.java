package dev.spoor.query.lucene;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.lucene.LuceneNode.Clause;
import dev.spoor.query.lucene.LuceneNode.Name;
import dev.spoor.query.lucene.LuceneNode.Occurrence;
import dev.spoor.query.lucene.LuceneToken.Kind;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a query. Clause lists are loops; only brackets recurse, to a limit. Used once, by one thread. */
final class LuceneParser {
    private final String query;
    private final ParseLimits limits;
    private final QueryErrors errors;
    private final LuceneValues values;
    private List<LuceneToken> tokens = List.of();
    private int at;
    private int depth;

    LuceneParser(String query, ParseLimits limits) {
        this.query = query;
        this.limits = limits;
        this.errors = new QueryErrors(query, limits.errors());
        this.values = new LuceneValues(errors);
    }

    /**
     * The tree of the query.
     *
     * @throws QueryException with all errors found, in the order of the text
     */
    LuceneNode parse() throws QueryException {
        if (query.length() > limits.length()) {
            throw new QueryException(new Diagnostic(Diagnostic.Kind.LIMIT, "The query has " + query.length() + " characters; at most " + limits.length() + " can be read.", 1, 1));
        }
        tokens = new LuceneLexer(query, errors).tokens();
        LuceneNode tree = is(Kind.END) ? new LuceneNode.All() : clauses(Optional.empty());
        while (!is(Kind.END)) {
            error("This \")\" closes nothing; remove it, or write a backslash before it if it belongs to a value.");
            next();
            if (!is(Kind.END)) {
                clauses(Optional.empty());
            }
        }
        errors.check();
        return tree;
    }

    private LuceneNode clauses(Optional<Name> field) {
        List<Clause> clauses = new ArrayList<>();
        boolean open = true;
        while (open || !(is(Kind.END) || is(Kind.CLOSE))) {
            open = false;
            boolean and = conjunction(clauses);
            Occurrence occurrence = modifier().orElse(and ? Occurrence.MUST : Occurrence.SHOULD);
            clauses.add(new Clause(occurrence, clause(field)));
        }
        boolean single = clauses.size() == 1 && clauses.getFirst().occurrence() != Occurrence.MUST_NOT;
        return single ? clauses.getFirst().node() : new LuceneNode.Clauses(clauses);
    }

    /** Takes AND or OR, if one stands here; AND makes the clause before it required. */
    private boolean conjunction(List<Clause> clauses) {
        if (!is(Kind.AND) && !is(Kind.OR)) {
            return false;
        }
        if (clauses.isEmpty()) {
            error(((LuceneToken.Sign) token()).kind().words() + " needs a condition before it; write a backslash before the word to search for it.");
        }
        boolean and = is(Kind.AND);
        next();
        if (and && !clauses.isEmpty() && clauses.getLast().occurrence() == Occurrence.SHOULD) {
            clauses.set(clauses.size() - 1, new Clause(Occurrence.MUST, clauses.getLast().node()));
        }
        return and;
    }

    private Optional<Occurrence> modifier() {
        if (is(Kind.PLUS)) {
            next();
            return Optional.of(Occurrence.MUST);
        }
        if (is(Kind.MINUS) || is(Kind.NOT)) {
            next();
            return Optional.of(Occurrence.MUST_NOT);
        }
        return Optional.empty();
    }

    private LuceneNode clause(Optional<Name> outer) {
        Optional<Name> field = outer;
        if (token() instanceof LuceneToken.Term(Glob glob, var span) && tokens.get(at + 1) instanceof LuceneToken.Sign(Kind kind, var ignored) && kind == Kind.COLON) {
            field = Optional.of(new Name(LuceneValues.stars(glob), span));
            next();
            next();
        }
        LuceneNode node = is(Kind.OPEN) ? bracketed(field) : value(field);
        while (token() instanceof LuceneToken.Suffix) {
            next();
        }
        return node;
    }

    private LuceneNode bracketed(Optional<Name> field) {
        int open = token().span().start();
        next();
        if (++depth > limits.depth()) {
            errors.stop(open, "Brackets are nested more than " + limits.depth() + " deep.");
            at = tokens.size() - 1;
            return new LuceneNode.All();
        }
        LuceneNode inside = clauses(field);
        depth--;
        if (is(Kind.CLOSE)) {
            next();
        } else {
            errors.syntax(open, "This \"(\" is never closed; add a \")\".");
        }
        return inside;
    }

    private LuceneNode value(Optional<Name> field) {
        LuceneToken token = token();
        Optional<LuceneToken.Suffix> tilde = tokens.get(Math.min(at + 1, tokens.size() - 1)) instanceof LuceneToken.Suffix suffix && suffix.sign() == '~'
                ? Optional.of(suffix) : Optional.empty();
        Optional<LuceneNode> node = values.node(field, token, tilde);
        if (node.isEmpty()) {
            error("Expected " + field.map(name -> "a value for the field \"" + name + "\"").orElse("a condition like field:value") + ", found " + shown(token)
                    + "." + (is(Kind.END) ? "" : " Characters like : ( ) [ ] { } ~ ^ need a backslash before them, or quotes around the value."));
        }
        if (!is(Kind.CLOSE) && !is(Kind.AND) && !is(Kind.OR)) {
            next();
        }
        return node.orElse(new LuceneNode.All());
    }

    private String shown(LuceneToken token) {
        return token instanceof LuceneToken.Sign(Kind kind, var span) ? kind.words() : "\"" + query.substring(token.span().start(), token.span().end()) + "\"";
    }

    private void error(String message) {
        errors.syntax(token().span().start(), message);
        at = errors.stopped() ? tokens.size() - 1 : at;
    }

    private LuceneToken token() {
        return tokens.get(at);
    }

    private boolean is(Kind kind) {
        return token() instanceof LuceneToken.Sign(Kind here, var span) && here == kind;
    }

    private void next() {
        at = Math.min(at + 1, tokens.size() - 1);
    }
}
