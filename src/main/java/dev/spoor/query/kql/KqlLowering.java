package dev.spoor.query.kql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.parse.FieldConditions;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.PathGlob;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.TypedMatch;
import dev.spoor.query.parse.ValueLists;
import dev.spoor.query.parse.WordPattern;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an expression of a tree, for the types of one data set. Used once, by one thread. */
final class KqlLowering {
    private static final int MOST_ERRORS = 100;
    private final TypedMatch match;
    private final QueryErrors errors;
    private final FieldConditions conditions;

    KqlLowering(String query, QueryContext context) {
        this.match = new TypedMatch(context.now(), context.zone());
        this.errors = new QueryErrors(query, MOST_ERRORS);
        this.conditions = new FieldConditions(context, errors, FieldConditions.UnknownNames.REFUSED);
    }

    /**
     * The compiled query.
     *
     * @throws QueryException with all names and values that do not fit, in the order of the text
     */
    Query lower(KqlNode tree) throws QueryException {
        Expression filter = lower(tree, "");
        errors.check();
        return conditions.query(filter);
    }

    /**
     * @param prefix path of the nested object that names are relative to, with a dot behind it; empty outside
     */
    private Expression lower(KqlNode node, String prefix) {
        return switch (node) {
            case KqlNode.All() -> Expression.TRUE;
            case KqlNode.And(List<KqlNode> terms) -> new Expression.And(terms.stream().map(term -> lower(term, prefix)).toList());
            case KqlNode.Or(List<KqlNode> terms) -> ValueLists.or(terms.stream().map(term -> lower(term, prefix)).toList());
            case KqlNode.Not(KqlNode term) -> Expression.not(lower(term, prefix));
            case KqlNode.Nested(KqlText path, KqlNode query) -> nested(path, query, prefix);
            case KqlNode.Exists(KqlText field) -> field.wildcard()
                    ? conditions.exists(PathGlob.under(prefix, field.glob())) : conditions.exists(prefix + field.text(), field.span().start());
            case KqlNode.Is(Optional<KqlText> field, KqlText value) -> field.isEmpty()
                    ? anywhere(value, prefix) : compared(field.get(), value, prefix, type -> equal(type, value));
            case KqlNode.Range(KqlText field, KqlNode.Side side, KqlText value) -> range(field, side, value, prefix);
        };
    }

    private Fit equal(FieldType type, KqlText value) {
        return value.wildcard() ? match.like(type, value.glob()) : match.equal(type, value.text(), value.quoted());
    }

    private Expression range(KqlText field, KqlNode.Side side, KqlText value, String prefix) {
        if (value.wildcard()) {
            errors.semantic(value.span().start(), "A comparison needs one value, not a pattern; put the value in quotes if the * belongs to it.");
            return Expression.FALSE;
        }
        Optional<Limit> limit = Optional.of(new Limit(value.text(), side == KqlNode.Side.LTE || side == KqlNode.Side.GTE));
        boolean low = side == KqlNode.Side.GT || side == KqlNode.Side.GTE;
        return compared(field, value, prefix, type -> low ? match.range(type, limit, Optional.empty()) : match.range(type, Optional.empty(), limit));
    }

    private Expression compared(KqlText field, KqlText value, String prefix, Function<FieldType, Fit> fits) {
        if (field.anything()) {
            return conditions.anywhere(prefix, fits);
        }
        return field.wildcard() ? conditions.matching(PathGlob.under(prefix, field.glob()), fits)
                : conditions.named(prefix + field.text(), field.span().start(), value.span().start(), fits);
    }

    /** A value that any field may have. A pattern is cut at its blanks, and any part of it will do. */
    private Expression anywhere(KqlText value, String prefix) {
        if (!value.wildcard()) {
            return conditions.anywhere(prefix, type -> equal(type, value));
        }
        List<Glob> parts = WordPattern.parts(value.glob());
        return new Expression.Or(parts.stream().map(part -> conditions.anywhere(prefix, type -> equal(type, new KqlText(part, false, value.span())))).toList());
    }

    private Expression nested(KqlText path, KqlNode query, String prefix) {
        String name = prefix + path.text();
        if (path.wildcard()) {
            errors.semantic(path.span().start(), "The field before { cannot have wildcards.");
            return Expression.FALSE;
        }
        return conditions.nests(name, path.span().start()) ? new Expression.Nested(name, lower(query, name + ".")) : Expression.FALSE;
    }
}
