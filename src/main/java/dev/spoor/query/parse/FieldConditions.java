package dev.spoor.query.parse;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.QueryContext.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes conditions on the fields of one query in one of Elastic's languages, each by the field's type, and keeps account of the names used and of what could not be
 * asked. Used once, by one thread.
 */
public final class FieldConditions {
    /** What a hunt does with names that nothing knows. */
    public enum UnknownNames {
        /** They are errors. */
        REFUSED,
        /** No event has them. */
        MISSING
    }

    private final QueryContext context;
    private final QueryErrors errors;
    private final UnknownNames unknownNames;
    private final ElasticFields fields;
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> approximations = new TreeSet<>();

    /**
     * @param errors where errors are added
     */
    public FieldConditions(QueryContext context, QueryErrors errors, UnknownNames unknownNames) {
        this.context = context;
        this.errors = errors;
        this.unknownNames = unknownNames;
        this.fields = new ElasticFields(context);
    }

    /** The query with this filter and the names that were asked about. */
    public Query.Events query(Expression filter) {
        return new Query.Events(filter, names, List.copyOf(approximations));
    }

    /**
     * A value of one field fits.
     *
     * @param name    dotted name without wildcards, not empty
     * @param nameAt  where the name stands in the query
     * @param valueAt where the value stands
     * @param fits    what the value means to a type
     */
    public Expression named(String name, int nameAt, int valueAt, Function<FieldType, Fit> fits) {
        names.add(name);
        ElasticFields.Resolved resolved = fields.resolve(name);
        if (refused(resolved, nameAt)) {
            return Expression.FALSE;
        }
        return switch (resolved.fit(fits)) {
            case Fit.Tested(ValueTest test) -> new Expression.Test(resolved.ref(), test);
            case Fit.Unfit(String reason) -> unfit(name, resolved.type(), valueAt, reason);
        };
    }

    /** A field for a query that computes with its value; empty, and reported, where no such field can be asked. */
    public Optional<ElasticFields.Resolved> field(String name, int nameAt) {
        names.add(name);
        ElasticFields.Resolved resolved = fields.resolve(name);
        return refused(resolved, nameAt) ? Optional.empty() : Optional.of(resolved);
    }

    /** Notes what means something else here than in the language's home. */
    public void approximate(String what) {
        approximations.add(what);
    }

    /** A value fits in one of the fields whose names match a pattern; fields of types that it does not fit are left out. */
    public Expression matching(Glob pattern, Function<FieldType, Fit> fits) {
        names.add(PathGlob.text(pattern));
        return new Expression.AnyField(pattern, TypedMatch.everywhere(fits));
    }

    /**
     * A value fits in any field, or among the words that some keywords have beside them.
     *
     * @param prefix beginning of the names looked at, with a dot at its end; empty for all
     */
    public Expression anywhere(String prefix, Function<FieldType, Fit> fits) {
        List<Expression> tests = new ArrayList<>();
        tests.add(new Expression.AnyField(PathGlob.under(prefix, Glob.ALL), TypedMatch.everywhere(fits)));
        for (ElasticFields.Resolved words : fields.wordFields(prefix)) {
            if (words.fit(fits) instanceof Fit.Tested(ValueTest test)) {
                tests.add(new Expression.Test(words.ref(), test));
            }
        }
        return new Expression.Or(tests);
    }

    /** One field, or one of those below it, has a value. */
    public Expression exists(String name, int nameAt) {
        names.add(name);
        ElasticFields.Resolved resolved = fields.resolve(name);
        boolean flattened = resolved.type() == FieldType.FLATTENED;
        if (flattened || group(resolved)) {
            Expression inside = new Expression.AnyField(PathGlob.under(name + ".", Glob.ALL), TypedMatch.everywhere(type -> TypedMatch.present()));
            return flattened ? Expression.or(new Expression.Exists(resolved.ref()), inside) : inside;
        }
        return refused(resolved, nameAt) ? Expression.FALSE : new Expression.Exists(resolved.ref());
    }

    /** One of the fields whose names match a pattern has a value. */
    public Expression exists(Glob pattern) {
        return matching(pattern, type -> TypedMatch.present());
    }

    /** Whether a name may stand before a nested condition. Reports an error if not. */
    public boolean nests(String name, int nameAt) {
        FieldType type = context.types().type(name);
        boolean object = type == FieldType.NESTED || type == FieldType.OBJECT || type == FieldType.UNKNOWN;
        boolean fine = object && (type != FieldType.UNKNOWN || fields.group(name));
        if (!fine && context.purpose() == Purpose.HUNT) {
            errors.semantic(nameAt, object ? fields.unknown(name) : "\"" + name + "\" has the type " + type.elasticName() + "; only objects can be followed by {.");
            return false;
        }
        return true;
    }

    private boolean group(ElasticFields.Resolved resolved) {
        return resolved.type() == FieldType.OBJECT || resolved.type() == FieldType.NESTED || (!resolved.known() && fields.group(resolved.ref().name()));
    }

    private boolean refused(ElasticFields.Resolved resolved, int nameAt) {
        if (context.purpose() == Purpose.RULE || unknownNames == UnknownNames.MISSING) {
            return false;
        }
        String name = resolved.ref().name();
        if (group(resolved)) {
            errors.semantic(nameAt, "\"" + name + "\" is a group of fields, which has no value of its own; name one of its fields.");
            return true;
        }
        if (!resolved.known()) {
            errors.semantic(nameAt, fields.unknown(name));
        }
        return !resolved.known();
    }

    private Expression unfit(String name, FieldType type, int valueAt, String reason) {
        String message = "The field \"" + name + "\" has the type " + type.elasticName() + ": " + reason;
        if (context.purpose() == Purpose.HUNT) {
            errors.semantic(valueAt, message + ".");
        } else {
            approximations.add(message + "; this condition matches nothing");
        }
        return Expression.FALSE;
    }
}
