package dev.spoor.query.eql;

import dev.spoor.query.eql.EqlCursor.Broken;
import dev.spoor.query.eql.EqlNode.Constant;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.eql.EqlNode.Manner;
import dev.spoor.query.eql.EqlToken.Kind;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions. Lists of terms are loops; only brackets and functions recurse, to a limit. Behind an error it goes on with the next term. */
final class EqlExpressions {
    static final Set<String> KEYWORDS = Set.of("and", "any", "by", "false", "in", "join", "like", "maxspan", "not", "null", "of", "or", "regex", "sample", "sequence", "true",
            "until", "where", "with");
    private static final Map<String, Operator> COMPARISONS = Map.of("==", Operator.EQUAL, "!=", Operator.NOT_EQUAL, "<", Operator.LESS, "<=", Operator.LESS_OR_EQUAL, ">",
            Operator.GREATER, ">=", Operator.GREATER_OR_EQUAL);
    /** Arithmetic in one query; it nests to the left. */
    private static final int MOST_OPERATIONS = 500;
    private final EqlCursor cursor;
    private int operations;

    EqlExpressions(EqlCursor cursor) {
        this.cursor = cursor;
    }

    /** An expression with its {@code or}s. */
    EqlNode expression() throws Broken {
        List<EqlNode> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
        } while (cursor.takeWord("or"));
        return terms.size() == 1 ? terms.getFirst() : new EqlNode.Or(terms, terms.getFirst().span().to(terms.getLast().span()));
    }

    private EqlNode conjunction() throws Broken {
        List<EqlNode> terms = new ArrayList<>();
        do {
            terms.add(term());
        } while (cursor.takeWord("and"));
        return terms.size() == 1 ? terms.getFirst() : new EqlNode.And(terms, terms.getFirst().span().to(terms.getLast().span()));
    }

    /** A term; where it is wrong, and something behind it can still be read, a constant stands for it. */
    private EqlNode term() throws Broken {
        int began = cursor.place();
        int depth = cursor.depth();
        try {
            EqlNode term = negated();
            EqlToken behind = cursor.token();
            if (behind.kind() == Kind.WORD && (behind.text().equalsIgnoreCase("and") || behind.text().equalsIgnoreCase("or")) && !behind.word("and") && !behind.word("or")) {
                throw cursor.broken("Operators are written in lower case: " + behind.text().toLowerCase(Locale.ROOT) + ".");
            }
            return term;
        } catch (Broken broken) {
            cursor.skipTerm(began, depth);
            if (!cursor.word("and") && !cursor.word("or") || cursor.stopped()) {
                throw broken;
            }
            return new Constant(Optional.of(true), cursor.token().span());
        }
    }

    private EqlNode negated() throws Broken {
        Span first = cursor.token().span();
        int nots = 0;
        while (cursor.takeWord("not")) {
            nots++;
        }
        EqlNode node = comparison();
        // four of them say what two say
        for (int i = 0; i < (nots > 2 ? 2 - nots % 2 : nots); i++) {
            node = new EqlNode.Not(node, first.to(node.span()));
        }
        return node;
    }

    private EqlNode comparison() throws Broken {
        EqlNode left = sum();
        EqlToken token = cursor.token();
        if (token.is("=")) {
            throw cursor.broken("Equality is written ==, or : for any letter case and wildcards.");
        }
        Operator operator = token.kind() == Kind.SIGN ? COMPARISONS.get(token.text()) : null;
        if (operator == null) {
            return left;
        }
        cursor.next();
        EqlNode right = sum();
        if (cursor.token().kind() == Kind.SIGN && COMPARISONS.containsKey(cursor.token().text())) {
            throw cursor.broken("Comparisons do not follow one another; join two of them by and.");
        }
        return new EqlNode.Comparison(operator, left, right, left.span().to(right.span()));
    }

    private EqlNode sum() throws Broken {
        EqlNode left = product();
        while (cursor.is("+") || cursor.is("-")) {
            left = arithmetic(left, false);
        }
        return left;
    }

    private EqlNode product() throws Broken {
        EqlNode left = signed();
        while (cursor.is("*") || cursor.is("/") || cursor.is("%")) {
            left = arithmetic(left, true);
        }
        return left;
    }

    private EqlNode arithmetic(EqlNode left, boolean factor) throws Broken {
        if (++operations > MOST_OPERATIONS) {
            throw cursor.broken("The query has more than " + MOST_OPERATIONS + " arithmetic operations.");
        }
        char operator = cursor.next().text().charAt(0);
        EqlNode right = factor ? signed() : product();
        return new EqlNode.Arithmetic(operator, left, right, left.span().to(right.span()));
    }

    private EqlNode signed() throws Broken {
        Span first = cursor.token().span();
        boolean negative = false;
        boolean sign = false;
        while (cursor.is("-") || cursor.is("+")) {
            negative ^= cursor.next().is("-");
            sign = true;
        }
        EqlNode operand = tested();
        if (sign && operand instanceof Constant(Optional<Object> value, Span span) && value.isPresent()) {
            if (value.get() instanceof Long whole) {
                return new Constant(Optional.of(negative ? -whole : whole), first.to(span));
            }
            if (value.get() instanceof Double real) {
                return new Constant(Optional.of(negative ? -real : real), first.to(span));
            }
        }
        return negative ? new EqlNode.Negative(operand, first.to(operand.span())) : operand;
    }

    /** A value with what is asked of it: {@code in}, {@code :}, {@code like}, {@code regex}. */
    private EqlNode tested() throws Broken {
        EqlNode value = primary();
        EqlToken token = cursor.token();
        boolean not = token.word("not") && (cursor.ahead(1).word("in") || cursor.ahead(1).tilde("in"));
        if (not) {
            cursor.next();
            token = cursor.token();
        } else if (token.word("not")) {
            throw cursor.broken("Only in can have not before it; write not in front of the whole condition.");
        }
        if (token.word("in") || token.tilde("in")) {
            cursor.next();
            cursor.expect("(", "before the list of values");
            List<EqlNode> list = arguments();
            Span span = value.span().to(cursor.ahead(-1).span());
            EqlNode among = new EqlNode.Among(value, token.tilde("in"), list, span);
            return not ? new EqlNode.Not(among, span) : among;
        }
        for (Manner manner : Manner.values()) {
            boolean tilde = manner != Manner.SAME && token.tilde(manner.word());
            if (tilde || (manner == Manner.SAME ? token.is(":") : token.word(manner.word()))) {
                cursor.next();
                List<Constant> patterns = patterns();
                return new EqlNode.Matching(value, manner, tilde || manner == Manner.SAME, patterns, value.span().to(cursor.ahead(-1).span()));
            }
        }
        return value;
    }

    private List<Constant> patterns() throws Broken {
        if (!cursor.take("(")) {
            return List.of(constant());
        }
        List<Constant> patterns = new ArrayList<>();
        do {
            patterns.add(constant());
        } while (cursor.take(","));
        cursor.expect(")", "behind the list of values, or a comma before the next one");
        return patterns;
    }

    private Constant constant() throws Broken {
        Optional<Constant> constant = literal();
        if (constant.isEmpty()) {
            throw cursor.expected("a string, a number, true, false or null");
        }
        return constant.get();
    }

    private EqlNode primary() throws Broken {
        Optional<Constant> literal = literal();
        if (literal.isPresent()) {
            return literal.get();
        }
        EqlToken token = cursor.token();
        if (token.is("(")) {
            cursor.enter();
            cursor.next();
            EqlNode inside = expression();
            cursor.expect(")", "that closes the bracket");
            cursor.leave();
            return inside;
        }
        boolean function = cursor.ahead(1).is("(") && (token.kind() == Kind.TILDE_WORD || token.kind() == Kind.WORD && !KEYWORDS.contains(token.text()));
        return function ? call() : field();
    }

    private EqlNode call() throws Broken {
        EqlToken name = cursor.next();
        cursor.next();
        List<EqlNode> arguments = cursor.take(")") ? List.of() : arguments();
        return new EqlNode.Call(name.text(), name.kind() == Kind.TILDE_WORD, arguments, name.span().to(cursor.ahead(-1).span()));
    }

    /** Expressions between commas, to the closing bracket, whose opening one is taken already. */
    private List<EqlNode> arguments() throws Broken {
        cursor.enter();
        List<EqlNode> arguments = new ArrayList<>();
        do {
            arguments.add(expression());
        } while (cursor.take(","));
        cursor.expect(")", "behind the list of values, or a comma before the next one");
        cursor.leave();
        return arguments;
    }

    private Optional<Constant> literal() throws Broken {
        EqlToken token = cursor.token();
        Optional<Object> value = switch (token.kind()) {
            case TEXT -> Optional.of(token.text());
            case INTEGER -> Optional.of(whole(token));
            case DECIMAL -> Optional.of(Double.valueOf(token.text()));
            case WORD -> token.word("true") || token.word("false") ? Optional.of(token.word("true")) : Optional.empty();
            case TILDE_WORD, NAME, SIGN, END -> Optional.empty();
        };
        boolean named = token.kind() == Kind.WORD && cursor.ahead(1).is(".");
        if (named || value.isEmpty() && !token.word("null")) {
            return Optional.empty();
        }
        cursor.next();
        return Optional.of(new Constant(value, token.span()));
    }

    private Long whole(EqlToken token) throws Broken {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            throw cursor.broken("The number " + token.text() + " is greater than " + Long.MAX_VALUE + ".");
        }
    }

    /** A dotted name with its back quotes and its {@code ?}. */
    FieldName field() throws Broken {
        EqlToken first = cursor.token();
        boolean optional = cursor.take("?");
        StringBuilder name = new StringBuilder(part(true));
        while (cursor.take(".")) {
            name.append('.').append(part(false));
        }
        if (cursor.is("[") && cursor.ahead(1).kind() == Kind.INTEGER) {
            throw cursor.broken("Single elements of a list cannot be asked for; a condition on a field holds when one of its values fulfils it.");
        }
        return new FieldName(name.toString(), optional, first.span().to(cursor.ahead(-1).span()));
    }

    private String part(boolean first) throws Broken {
        EqlToken token = cursor.token();
        boolean name = token.kind() == Kind.NAME || token.kind() == Kind.WORD && (!first || !KEYWORDS.contains(token.text()));
        if (!name) {
            throw token.kind() == Kind.WORD && !cursor.ahead(1).is("(") ? cursor.broken("Expected a value or a field, found the keyword " + token.shown()
                    + "; a field of this name is written in back quotes: `" + token.text() + "`.") : cursor.expected(first ? "a value or a field" : "the rest of a field's name");
        }
        return cursor.next().text();
    }
}
