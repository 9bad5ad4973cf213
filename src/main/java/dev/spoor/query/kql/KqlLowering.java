package dev.spoor.query.kql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ElasticFields;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.parse.TypedMatch;
import dev.spoor.query.parse.WordPattern;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes an expression of a tree, for the types of one data set. Used once, by one thread. */
final class KqlLowering {
    private static final int MOST_ERRORS = 100;
    private final QueryContext context;
    private final ElasticFields fields;
    private final TypedMatch match;
    private final KqlErrors errors;
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> approximations = new TreeSet<>();

    KqlLowering(String query, QueryContext context) {
        this.context = context;
        this.fields = new ElasticFields(context);
        this.match = new TypedMatch(context.now(), context.zone());
        this.errors = new KqlErrors(query, MOST_ERRORS);
    }

    /**
     * The compiled query.
     *
     * @throws QueryException with all names and values that do not fit, in the order of the text
     */
    Query lower(KqlNode tree) throws QueryException {
        Expression filter = lower(tree, "");
        errors.check();
        return new Query.Events(filter, names, List.copyOf(approximations));
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
            case KqlNode.Exists(KqlText field) -> exists(field, prefix);
            case KqlNode.Is(Optional<KqlText> field, KqlText value) -> field.isEmpty()
                    ? anywhere(value, prefix) : compared(field.get(), value, prefix, type -> equal(type, value));
            case KqlNode.Range(KqlText field, KqlNode.Side side, KqlText value) -> range(field, side, value, prefix);
        };
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

    private Fit equal(FieldType type, KqlText value) {
        return value.wildcard() ? match.like(type, value.glob()) : match.equal(type, value.text(), value.quoted());
    }

    private Expression compared(KqlText field, KqlText value, String prefix, Function<FieldType, Fit> fits) {
        String name = prefix + field.text();
        names.add(name);
        if (field.wildcard()) {
            Expression found = somewhere(PathGlob.under(prefix, field.glob()), fits);
            return field.anything() ? Expression.or(found, inWords(prefix, fits)) : found;
        }
        ElasticFields.Resolved resolved = fields.resolve(name);
        if (unknown(resolved, field)) {
            return Expression.FALSE;
        }
        return switch (resolved.fit(fits)) {
            case Fit.Tested(ValueTest test, boolean exact) -> {
                if (!exact) {
                    approximations.add("\"" + name + "\" is text: whole values are compared by order, not their words");
                }
                yield new Expression.Test(resolved.ref(), test);
            }
            case Fit.Unfit(String reason) -> unfit(name, resolved.type(), value, reason);
        };
    }

    private Expression unfit(String name, FieldType type, KqlText value, String reason) {
        String message = "The field \"" + name + "\" has the type " + type.elasticName() + ": " + reason;
        if (context.purpose() == Purpose.HUNT) {
            errors.semantic(value.span().start(), message + ".");
        } else {
            approximations.add(message + "; this condition matches nothing");
        }
        return Expression.FALSE;
    }

    private boolean unknown(ElasticFields.Resolved resolved, KqlText field) {
        String name = resolved.ref().name();
        boolean group = resolved.type() == FieldType.OBJECT || resolved.type() == FieldType.NESTED || (!resolved.known() && fields.group(name));
        boolean unusable = context.purpose() == Purpose.HUNT && (group || !resolved.known());
        if (unusable) {
            errors.semantic(field.span().start(), group
                    ? "\"" + name + "\" is a group of fields, which has no value of its own; name one of its fields." : fields.unknown(name));
        }
        return unusable;
    }

    private Expression exists(KqlText field, String prefix) {
        String name = prefix + field.text();
        names.add(name);
        if (field.wildcard()) {
            return somewhere(PathGlob.under(prefix, field.glob()), type -> TypedMatch.present());
        }
        ElasticFields.Resolved resolved = fields.resolve(name);
        boolean group = resolved.type() == FieldType.OBJECT || resolved.type() == FieldType.NESTED || resolved.type() == FieldType.FLATTENED
                || (!resolved.known() && fields.group(name));
        if (group) {
            Expression inside = somewhere(PathGlob.under(name + ".", Glob.ALL), type -> TypedMatch.present());
            return resolved.type() == FieldType.FLATTENED ? Expression.or(new Expression.Exists(resolved.ref()), inside) : inside;
        }
        return unknown(resolved, field) ? Expression.FALSE : new Expression.Exists(resolved.ref());
    }

    /** A value that any field may have. A pattern is cut at its blanks, and any part of it will do. */
    private Expression anywhere(KqlText value, String prefix) {
        List<Glob> parts = value.wildcard() ? WordPattern.parts(value.glob()) : List.of(value.glob());
        List<Expression> terms = new ArrayList<>();
        for (Glob part : parts) {
            KqlText text = new KqlText(part, value.quoted(), value.span());
            terms.add(somewhere(PathGlob.under(prefix, Glob.ALL), type -> equal(type, text)));
            terms.add(inWords(prefix, type -> equal(type, text)));
        }
        return new Expression.Or(terms);
    }

    /** A test on the multi-fields of words that keywords have beside them. */
    private Expression inWords(String prefix, Function<FieldType, Fit> fits) {
        List<Expression> tests = new ArrayList<>();
        for (ElasticFields.Resolved words : fields.wordFields(prefix)) {
            if (words.fit(fits) instanceof Fit.Tested(ValueTest test, boolean exact)) {
                tests.add(new Expression.Test(words.ref(), test));
            }
        }
        return new Expression.Or(tests);
    }

    /** A test on all fields of a pattern, by their types. */
    private static Expression somewhere(Glob paths, Function<FieldType, Fit> fits) {
        return new Expression.AnyField(paths, TypedMatch.everywhere(fits));
    }

    private Expression nested(KqlText path, KqlNode query, String prefix) {
        String name = prefix + path.text();
        if (path.wildcard()) {
            errors.semantic(path.span().start(), "The field before { cannot have wildcards.");
            return Expression.FALSE;
        }
        FieldType type = context.types().type(name);
        boolean group = type == FieldType.NESTED || type == FieldType.OBJECT || type == FieldType.UNKNOWN;
        if (context.purpose() == Purpose.HUNT && (!group || (type == FieldType.UNKNOWN && !fields.group(name)))) {
            errors.semantic(path.span().start(), group ? fields.unknown(name) : "\"" + name + "\" has the type " + type.elasticName() + "; only objects can be followed by {.");
            return Expression.FALSE;
        }
        return new Expression.Nested(name, lower(query, name + "."));
    }
}
