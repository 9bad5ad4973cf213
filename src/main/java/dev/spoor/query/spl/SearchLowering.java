package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the tree of a {@code search} into a condition on events, or on rows where it names columns that earlier commands made. */
final class SearchLowering {
    private final Scope scope;
    private final EventCondition events;
    private final Map<SearchNode.Subsearch, String> memberships;

    SearchLowering(Scope scope) {
        this(scope, Map.of());
    }

    /**
     * A lowering of searches that hold others.
     *
     * @param memberships the columns that tell whether a row agrees with one of a subsearch
     */
    SearchLowering(Scope scope, Map<SearchNode.Subsearch, String> memberships) {
        this.scope = scope;
        this.memberships = memberships;
        this.events = new EventCondition(scope);
    }

    /** Whether the search can be decided on the event alone. */
    boolean ofEvent(SearchNode node) {
        return switch (node) {
            case SearchNode.And and -> and.terms().stream().allMatch(this::ofEvent);
            case SearchNode.Or or -> or.terms().stream().allMatch(this::ofEvent);
            case SearchNode.Not not -> ofEvent(not.term());
            case SearchNode.Compare compare -> scope.ofEvent(compare.field());
            case SearchNode.In in -> scope.ofEvent(in.field());
            case SearchNode.Term _ -> scope.open();
            case SearchNode.Subsearch _ -> false;
        };
    }

    Expression event(SearchNode node) throws SplProblem {
        return switch (node) {
            case SearchNode.And and -> and.terms().isEmpty() ? Expression.TRUE : new Expression.And(all(and.terms()));
            case SearchNode.Or or -> new Expression.Or(all(or.terms()));
            case SearchNode.Not not -> new Expression.Not(event(not.term()));
            case SearchNode.Compare compare -> events.compare(compare.field(), compare.operator(), compare.value(), compare.span());
            case SearchNode.In in -> events.oneOf(in.field(), in.values(), in.span());
            case SearchNode.Term term -> events.term(term.text(), term.inCase());
            case SearchNode.Subsearch subsearch -> throw SplProblem.unsupported(subsearch.span().start(), "a subsearch cannot stand here");
        };
    }

    private List<Expression> all(List<SearchNode> nodes) throws SplProblem {
        List<Expression> terms = new ArrayList<>();
        for (SearchNode node : nodes) {
            terms.add(event(node));
        }
        return terms;
    }

    /** The same as a condition on a row; never unknown. */
    Scalar row(SearchNode node) throws SplProblem {
        if (ofEvent(node)) {
            return new Scalar.Condition(event(node));
        }
        return switch (node) {
            case SearchNode.And and -> new Scalar.AllOf(rows(and.terms()));
            case SearchNode.Or or -> new Scalar.AnyOf(rows(or.terms()));
            case SearchNode.Not not -> new Scalar.Negation(row(not.term()));
            case SearchNode.Compare compare -> test(compare.field(), compare.operator(), compare.value(), compare.span());
            case SearchNode.In in -> {
                List<Scalar> terms = new ArrayList<>();
                in.values().forEach(value -> terms.add(test(in.field(), "=", value, in.span())));
                yield new Scalar.AnyOf(terms);
            }
            case SearchNode.Term term -> new Scalar.Condition(new Expression.Constant(term.text().equals("*")));
            case SearchNode.Subsearch subsearch -> {
                String column = memberships.get(subsearch);
                if (column == null) {
                    throw SplProblem.unsupported(subsearch.span().start(), "a subsearch cannot stand here");
                }
                yield EvalLowering.column(column);
            }
        };
    }

    private List<Scalar> rows(List<SearchNode> nodes) throws SplProblem {
        List<Scalar> terms = new ArrayList<>();
        for (SearchNode node : nodes) {
            terms.add(row(node));
        }
        return terms;
    }

    private Scalar test(String field, String operator, String value, Span span) {
        return test(scope.value(field), operator, value, span);
    }

    /** Compares a computed value as {@code search} does: ignoring case, with {@code *}, numbers as numbers; false where it is missing. */
    static Scalar test(Scalar value, String operator, String text, Span span) {
        return new Scalar.Call("spl.search", List.of(value, new Scalar.Literal(Optional.of(operator)), new Scalar.Literal(Optional.of(text))), span);
    }
}
