package dev.spoor.query.eql;

import dev.spoor.event.Time;
import dev.spoor.query.eql.EqlCursor.Broken;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.eql.EqlStatement.Filter;
import dev.spoor.query.eql.EqlStatement.Term;
import dev.spoor.query.eql.EqlToken.Kind;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.Suggestions;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads queries. Behind an error in one bracket of a sequence it goes on with the next. Used once, by one thread. */
final class EqlParser {
    private static final int MOST_RUNS = 100;
    private final String query;
    private final ParseLimits limits;
    private final QueryErrors errors;
    private EqlCursor cursor;
    private EqlExpressions expressions;

    EqlParser(String query, ParseLimits limits) {
        this.query = query;
        this.limits = limits;
        this.errors = new QueryErrors(query, limits.errors());
    }

    /**
     * The tree of the query.
     *
     * @throws QueryException with all errors found, in the order of the text
     */
    EqlStatement parse() throws QueryException {
        if (query.length() > limits.length()) {
            throw new QueryException(new Diagnostic(Diagnostic.Kind.LIMIT, "The query has " + query.length() + " characters; at most " + limits.length() + " can be read.", 1, 1));
        }
        cursor = new EqlCursor(new EqlLexer(query, errors).tokens(), errors, limits);
        expressions = new EqlExpressions(cursor);
        Optional<EqlStatement> statement = Optional.empty();
        try {
            statement = Optional.of(statement());
        } catch (Broken broken) {
            // its error stands in errors
        }
        errors.check();
        return statement.orElseThrow();
    }

    private EqlStatement statement() throws Broken {
        EqlToken first = cursor.token();
        boolean plain = !cursor.ahead(1).word("where");
        if (plain && first.word("join")) {
            throw cursor.broken("join is not part of EQL any more; use sequence or sample.");
        }
        if (plain && first.word("sequence")) {
            return sequence();
        }
        if (plain && first.word("sample")) {
            return sample();
        }
        Filter filter = filter();
        List<EventPattern.Cut> cuts = pipes();
        return new EqlStatement(EventPattern.Kind.EVENTS, List.of(), OptionalLong.empty(), List.of(new Term(filter, false, List.of(), 1, filter.span())), Optional.empty(), cuts);
    }

    private Filter filter() throws Broken {
        EqlToken category = cursor.token();
        boolean named = category.kind() == Kind.TEXT || category.kind() == Kind.WORD && !(EqlExpressions.KEYWORDS.contains(category.text()) && !category.word("any"));
        if (!named) {
            throw category.kind() == Kind.WORD ? cursor.broken("A category called " + category.shown() + " is written in quotes: \"" + category.text() + "\" where ...")
                    : cursor.expected("an event category, like process, or any");
        }
        cursor.next();
        if (!cursor.takeWord("where")) {
            throw cursor.expected("where behind the event category");
        }
        EqlNode condition = expressions.expression();
        Optional<String> value = category.word("any") ? Optional.empty() : Optional.of(category.text());
        return new Filter(value, condition, category.span().to(condition.span()));
    }

    private EqlStatement sequence() throws Broken {
        Span begin = cursor.next().span();
        List<FieldName> keys = keys();
        OptionalLong span = cursor.takeWord("with") ? maxSpan() : OptionalLong.empty();
        if (cursor.word("by")) {
            throw cursor.broken(keys.isEmpty() ? "by stands before with: sequence by ... with maxspan=..."
                    : "A sequence has one by; the fields stand behind it with commas between them.");
        }
        List<Term> terms = terms(true);
        Optional<Term> until = Optional.empty();
        if (cursor.takeWord("until")) {
            until = Optional.of(term(true));
        }
        EqlStatement statement = new EqlStatement(EventPattern.Kind.SEQUENCE, keys, span, terms, until, pipes());
        check(statement, begin);
        return statement;
    }

    private EqlStatement sample() throws Broken {
        Span begin = cursor.next().span();
        List<FieldName> keys = keys();
        if (cursor.word("with")) {
            throw cursor.broken("A sample has no order and therefore no maxspan.");
        }
        List<Term> terms = terms(false);
        if (cursor.word("until")) {
            throw cursor.broken("A sample has no order and therefore no until.");
        }
        EqlStatement statement = new EqlStatement(EventPattern.Kind.SAMPLE, keys, OptionalLong.empty(), terms, Optional.empty(), pipes());
        check(statement, begin);
        return statement;
    }

    private List<Term> terms(boolean ordered) throws Broken {
        List<Term> terms = new ArrayList<>();
        while (cursor.is("[") || cursor.is("![")) {
            terms.add(term(ordered));
        }
        if (terms.isEmpty()) {
            throw cursor.expected("a condition in square brackets, like [process where true]");
        }
        return terms;
    }

    private Term term(boolean ordered) throws Broken {
        if (!cursor.is("[") && !cursor.is("![")) {
            throw cursor.expected("a condition in square brackets");
        }
        EqlToken open = cursor.next();
        if (!ordered && open.is("![")) {
            throw cursor.broken(open.span(), "A sample has no order, so that nothing can be missing in it.");
        }
        Filter filter = bracketed(open);
        List<FieldName> keys = keys();
        int runs = 1;
        if (cursor.word("with")) {
            if (!ordered) {
                throw cursor.broken("A sample has no order and therefore no runs.");
            }
            cursor.next();
            runs = runs();
        }
        if (cursor.word("fork")) {
            throw cursor.broken("fork is not part of EQL any more.");
        }
        return new Term(filter, open.is("!["), keys, runs, open.span());
    }

    private Filter bracketed(EqlToken open) throws Broken {
        int began = cursor.place();
        int depth = cursor.depth();
        Filter filter;
        try {
            filter = filter();
            cursor.expect("]", "that closes the condition, or and, or");
        } catch (Broken broken) {
            cursor.skipCondition(began, depth);
            if (cursor.stopped() || !cursor.take("]")) {
                throw broken;
            }
            filter = new Filter(Optional.empty(), new EqlNode.Constant(Optional.of(true), open.span()), open.span());
        }
        return filter;
    }

    private List<FieldName> keys() throws Broken {
        List<FieldName> keys = new ArrayList<>();
        if (cursor.takeWord("by")) {
            do {
                keys.add(expressions.field());
            } while (cursor.take(","));
        }
        return keys;
    }

    private OptionalLong maxSpan() throws Broken {
        if (!cursor.takeWord("maxspan")) {
            throw cursor.expected("maxspan, as in with maxspan=5m");
        }
        cursor.expect("=", "behind maxspan");
        EqlToken amount = cursor.token();
        if (amount.kind() == Kind.DECIMAL) {
            throw cursor.broken("A maxspan is a whole number of units; use a smaller unit (ms, s, m, h, d).");
        }
        if (amount.kind() != Kind.INTEGER) {
            throw cursor.expected("a number and a unit, as in 5m");
        }
        cursor.next();
        EqlToken unit = cursor.token();
        long ticks = unit.kind() == Kind.WORD ? switch (unit.text()) {
            case "ms" -> Time.SECOND / 1_000;
            case "s" -> Time.SECOND;
            case "m" -> 60 * Time.SECOND;
            case "h" -> 3_600 * Time.SECOND;
            case "d" -> 86_400 * Time.SECOND;
            default -> 0;
        } : 0;
        if (ticks == 0) {
            throw cursor.expected("a unit behind " + amount.text() + ": ms, s, m, h or d");
        }
        cursor.next();
        long count = amount.text().length() > 10 ? Long.MAX_VALUE : Long.parseLong(amount.text());
        if (count == 0 || count > Long.MAX_VALUE / 2 / ticks) {
            throw cursor.broken(amount.span(), count == 0 ? "A maxspan is longer than nothing." : "This maxspan is longer than time can be counted.");
        }
        return OptionalLong.of(count * ticks);
    }

    private int runs() throws Broken {
        if (!cursor.takeWord("runs")) {
            throw cursor.expected("runs, as in with runs=3" + (cursor.word("maxspan") ? " (maxspan stands in front of the first bracket)" : ""));
        }
        cursor.expect("=", "behind runs");
        EqlToken number = cursor.token();
        if (number.kind() != Kind.INTEGER || number.text().length() > 9 || Integer.parseInt(number.text()) < 1 || Integer.parseInt(number.text()) > MOST_RUNS) {
            throw cursor.expected("a whole number from 1 to " + MOST_RUNS + " behind runs=");
        }
        cursor.next();
        return Integer.parseInt(number.text());
    }

    private List<EventPattern.Cut> pipes() throws Broken {
        List<EventPattern.Cut> cuts = new ArrayList<>();
        while (cursor.take("|")) {
            EqlToken pipe = cursor.token();
            if (!pipe.word("head") && !pipe.word("tail")) {
                throw cursor.broken("Behind | stands head or tail with a number, found " + pipe.shown() + "." + Suggestions.question(pipe.text(), List.of("head", "tail")));
            }
            cursor.next();
            EqlToken number = cursor.token();
            if (number.kind() != Kind.INTEGER || number.text().length() > 18) {
                throw cursor.expected("a whole number behind " + pipe.text());
            }
            cursor.next();
            cuts.add(new EventPattern.Cut(pipe.word("head"), Long.parseLong(number.text())));
        }
        if (!cursor.end()) {
            throw cursor.broken("Expected an operator, | or the end of the query, found " + cursor.token().shown() + "." + (cursor.is(")") ? " It closes nothing." : ""));
        }
        return cuts;
    }

    private void check(EqlStatement statement, Span begin) {
        String what = statement.kind() == EventPattern.Kind.SAMPLE ? "sample" : "sequence";
        if (statement.terms().stream().mapToInt(Term::runs).sum() < 2) {
            cursor.error(begin, "A " + what + " has at least two conditions in brackets" + (what.equals("sequence") ? ", or one with runs=2 or more." : "."));
        }
        if (statement.terms().stream().allMatch(Term::missing)) {
            cursor.error(begin, "A sequence has at least one event that is not missing.");
        }
        if (statement.terms().stream().anyMatch(Term::missing) && statement.maxSpan().isEmpty()) {
            cursor.error(begin, "A sequence with a missing event ![ needs a maxspan, as in sequence with maxspan=5m.");
        }
        if (statement.until().isPresent() && statement.until().get().missing()) {
            cursor.error(statement.until().get().span(), "until needs an event, not a missing one.");
        }
        if (statement.kind() == EventPattern.Kind.SAMPLE && statement.keys().isEmpty() && statement.terms().getFirst().keys().isEmpty()) {
            cursor.error(begin, "A sample needs a join key: sample by host.id [...] [...].");
        }
    }
}
