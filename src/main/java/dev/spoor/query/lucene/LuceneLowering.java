package dev.spoor.query.lucene;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.lucene.LuceneNode.Clause;
import dev.spoor.query.lucene.LuceneNode.Name;
import dev.spoor.query.lucene.LuceneNode.Value;
import dev.spoor.query.parse.FieldConditions;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.LooseMatch;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.TypedMatch;
import dev.spoor.query.parse.ValueLists;
import dev.spoor.query.text.QueryException;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an expression of a tree, for the types of one data set. Used once, by one thread. */
final class LuceneLowering {
    private static final int MOST_ERRORS = 100;
    private final TypedMatch match;
    private final QueryErrors errors;
    private final FieldConditions conditions;

    LuceneLowering(String query, QueryContext context) {
        this.match = new TypedMatch(context.now(), context.zone());
        this.errors = new QueryErrors(query, MOST_ERRORS);
        this.conditions = new FieldConditions(context, errors, FieldConditions.UnknownNames.MISSING);
    }

    /**
     * The compiled query.
     *
     * @throws QueryException with all values that do not fit, in the order of the text
     */
    Query lower(LuceneNode tree) throws QueryException {
        Expression filter = expression(tree);
        errors.check();
        return conditions.query(filter);
    }

    private Expression expression(LuceneNode node) {
        return switch (node) {
            case LuceneNode.All() -> Expression.TRUE;
            case LuceneNode.Exists(Name field) -> field.pattern() ? conditions.exists(field.glob()) : conditions.exists(field.text(), field.span().start());
            case LuceneNode.Clauses(List<Clause> clauses) -> clauses(clauses);
            case LuceneNode.Valued(Optional<Name> field, Value value, Span span) -> valued(field, value, span);
        };
    }

    /** All required and no forbidden clauses, and one of the others if none is required. Only forbidden ones: all other events. */
    private Expression clauses(List<Clause> clauses) {
        List<Expression> all = new ArrayList<>();
        List<Expression> some = new ArrayList<>();
        List<Expression> none = new ArrayList<>();
        for (Clause clause : clauses) {
            Expression term = expression(clause.node());
            switch (clause.occurrence()) {
                case MUST -> all.add(term);
                case SHOULD -> some.add(term);
                case MUST_NOT -> none.add(Expression.not(term));
            }
        }
        if (all.isEmpty() && !some.isEmpty()) {
            all.add(ValueLists.or(some));
        }
        all.addAll(none);
        return all.size() == 1 ? all.getFirst() : new Expression.And(all);
    }

    private Expression valued(Optional<Name> field, Value value, Span span) {
        Function<FieldType, Fit> fits = type -> fit(type, value);
        if (field.isEmpty()) {
            return conditions.anywhere("", fits);
        }
        Name name = field.get();
        return name.pattern() ? conditions.matching(name.glob(), fits) : conditions.named(name.text(), name.span().start(), span.start(), fits);
    }

    private Fit fit(FieldType type, Value value) {
        return switch (value) {
            case Value.Word(String text) -> match.equal(type, text, false);
            case Value.Pattern(Glob glob) -> match.like(type, glob);
            case Value.Phrase(String text, int slop) -> slop == 0 ? match.equal(type, text, true) : LooseMatch.near(type, text, slop, match);
            case Value.Fuzzy(String text, int edits) -> LooseMatch.similar(type, text, edits);
            case Value.Regex(String re2) -> LooseMatch.regex(type, re2);
            case Value.Range(Optional<Limit> low, Optional<Limit> high) -> match.range(type, low, high);
        };
    }
}
