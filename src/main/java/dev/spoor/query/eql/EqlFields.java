package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ElasticFields;
import dev.spoor.query.parse.FieldConditions;
import dev.spoor.query.parse.FieldConditions.UnknownNames;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one query: those that must be known, and those with a {@code ?} before them. Not thread-safe. */
final class EqlFields {
    private final QueryContext context;
    private final FieldConditions known;
    private final FieldConditions optional;

    EqlFields(QueryContext context, QueryErrors errors) {
        this.context = context;
        this.known = new FieldConditions(context, errors, UnknownNames.REFUSED);
        this.optional = new FieldConditions(context, errors, UnknownNames.MISSING);
    }

    private FieldConditions conditions(FieldName field) {
        return field.optional() ? optional : known;
    }

    /** A value of the field fits; null counts as the value that the mapping lets stand for it. */
    Expression test(FieldName field, Span value, Function<FieldType, Fit> fits) {
        Expression test = conditions(field).named(field.name(), field.span().start(), value.start(), fits);
        Optional<String> nullValue = context.types().nullValue(field.name());
        return nullValue.isPresent() && test instanceof Expression.Test(FieldRef _, ValueTest asked) ? Expression.or(test, standIn(field, nullValue.get(), asked)) : test;
    }

    /** The field holds null, and what the mapping lets stand for it passes a test. */
    private static Expression standIn(FieldName field, String value, ValueTest test) {
        return new Expression.Holds(new Scalar.AllOf(List.of(nulled(field), new Scalar.Tested(text(value), test))));
    }

    private static Scalar nulled(FieldName field) {
        return new Scalar.Call("eql.nulled", List.of(text(field.name())), field.span());
    }

    /** The field has a value; null counts as one where the mapping says what it stands for. */
    Expression present(FieldName field) {
        Expression exists = conditions(field).exists(field.name(), field.span().start());
        return context.types().nullValue(field.name()).isEmpty() ? exists
                : Expression.or(exists, new Expression.Holds(nulled(field)));
    }

    /** The field, if it may be asked. */
    Optional<ElasticFields.Resolved> resolve(FieldName field) {
        return conditions(field).field(field.name(), field.span().start());
    }

    /** Null for an optional field that nothing knows; any other expression itself. */
    EqlNode nullIfUnknown(EqlNode node) {
        boolean unknown = node instanceof FieldName field && field.optional() && !new ElasticFields(context).resolve(field.name()).known();
        return unknown ? new EqlNode.Constant(Optional.empty(), node.span()) : node;
    }

    /** A field that the query does not name, like that of the category: where nothing knows it, it is missing. */
    FieldConditions implied() {
        return optional;
    }

    /** The type of a field, without asking whether it is known. */
    FieldType type(FieldName field) {
        return new ElasticFields(context).resolve(field.name()).type();
    }

    Query events(Expression filter) {
        Query.Events strict = known.query(filter);
        return new Query.Events(filter, names(strict), notes(strict));
    }

    Query pattern(EventPattern pattern) {
        Query.Events strict = known.query(Expression.TRUE);
        return new Query.Patterns(pattern, names(strict), notes(strict));
    }

    private TreeSet<String> names(Query.Events strict) {
        TreeSet<String> names = new TreeSet<>(strict.fields());
        names.addAll(optional.query(Expression.TRUE).fields());
        return names;
    }

    private List<String> notes(Query.Events strict) {
        TreeSet<String> notes = new TreeSet<>(strict.approximations());
        notes.addAll(optional.query(Expression.TRUE).approximations());
        return List.copyOf(notes);
    }

    private static Scalar text(String text) {
        return new Scalar.Literal(Optional.of(text));
    }
}
