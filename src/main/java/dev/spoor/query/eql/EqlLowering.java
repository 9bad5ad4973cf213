package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Field;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.eql.EqlStatement.Filter;
import dev.spoor.query.eql.EqlStatement.Term;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ElasticFields;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.TypedMatch;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.EventPattern.Condition;
import dev.spoor.query.pipeline.EventPattern.Key;
import dev.spoor.query.pipeline.EventPattern.Kind;
import dev.spoor.query.pipeline.EventPattern.Step;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a query of a tree, for the types of one data set. Used once, by one thread. */
final class EqlLowering {
    private static final int MOST_ERRORS = 100;
    private static final int MOST_SAMPLED = 5;
    /** Windows records do not hold the id of their host; its name tells hosts apart as well. Where only other systems are asked for, there are no such records. */
    private static final String HOST_ID = "host.id";
    private static final String HOST_NAME = "host.name";
    private final QueryContext context;
    private final QueryErrors errors;
    private final EqlFields fields;
    private final EqlConditions conditions;
    private boolean elsewhere;

    EqlLowering(String query, QueryContext context) {
        this.context = context;
        this.errors = new QueryErrors(query, MOST_ERRORS);
        this.fields = new EqlFields(context, errors);
        this.conditions = new EqlConditions(fields, new EqlValues(new TypedMatch(context.now(), context.zone()), errors), errors);
    }

    /**
     * The compiled query.
     *
     * @throws QueryException with all names, types and values that do not fit, in the order of the text
     */
    Query lower(EqlStatement statement) throws QueryException {
        if (statement.kind() == Kind.EVENTS && statement.cuts().isEmpty()) {
            Expression filter = filter(statement.terms().getFirst().filter());
            errors.check();
            return fields.events(filter);
        }
        elsewhere = statement.terms().stream().allMatch(term -> OtherSystem.asked(term.filter().condition()));
        List<Condition> all = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Term term : statement.terms()) {
            all.add(condition(statement, term));
            for (int run = 0; run < term.runs(); run++) {
                steps.add(new Step(all.size() - 1, term.missing()));
            }
        }
        OptionalInt until = statement.until().isPresent() ? OptionalInt.of(all.size()) : OptionalInt.empty();
        statement.until().ifPresent(term -> all.add(condition(statement, term)));
        statement.terms().forEach(term -> sameNumber(term, statement));
        statement.until().ifPresent(term -> sameNumber(term, statement));
        errors.check();
        compatible(all, statement);
        limits(all, statement);
        errors.check();
        return fields.pattern(new EventPattern(statement.kind(), all, steps, until, statement.maxSpan(), statement.cuts(), implied(context.eventFields().timestamp()),
                context.eventFields().tiebreaker().map(this::implied)));
    }

    private FieldRef implied(String name) {
        return new ElasticFields(context).resolve(name).ref();
    }

    private Expression filter(Filter filter) {
        Expression condition = conditions.condition(filter.condition());
        if (filter.category().isEmpty()) {
            return condition;
        }
        int at = filter.span().start();
        Expression category = fields.implied().named(context.eventFields().category(), at, at, _ -> Fit.by(new ValueTest.Equal(filter.category().get(), false)));
        return condition.equals(Expression.TRUE) ? category : Expression.and(category, condition);
    }

    private Condition condition(EqlStatement statement, Term term) {
        List<Key> keys = new ArrayList<>();
        statement.keys().forEach(name -> key(name).ifPresent(keys::add));
        term.keys().forEach(name -> key(name).ifPresent(keys::add));
        return new Condition(filter(term.filter()), keys);
    }

    private Optional<Key> key(FieldName name) {
        Optional<ElasticFields.Resolved> resolved = fields.resolve(name);
        if (resolved.isEmpty()) {
            return Optional.empty();
        }
        FieldType type = resolved.get().type();
        FieldRef field = resolved.get().ref();
        if (name.name().equals(HOST_ID) && !elsewhere) {
            List<Field> candidates = new ArrayList<>(field.candidates());
            candidates.add(Field.ecs(HOST_NAME));
            field = new FieldRef(HOST_ID, candidates);
            fields.implied().approximate("host.id as a join key stands for host.name in events without it, as Windows records are");
        }
        return Optional.of(new Key(field, EqlType.of(type).key(), name.optional(), context.types().nullValue(name.name())));
    }

    private void sameNumber(Term term, EqlStatement statement) {
        int keys = statement.terms().getFirst().keys().size();
        if (term.keys().size() != keys) {
            errors.semantic(term.span().start(), "All brackets have the same number of join keys; the first has " + keys + ", this one has " + term.keys().size() + ".");
        }
    }

    /** Reports keys that can never be equal because of their types. */
    private void compatible(List<Condition> all, EqlStatement statement) {
        if (context.purpose() != QueryContext.Purpose.HUNT) {
            return;
        }
        List<Key> first = all.getFirst().keys();
        for (int i = 1; i < all.size(); i++) {
            List<Key> keys = all.get(i).keys();
            for (int k = 0; k < Math.min(first.size(), keys.size()); k++) {
                if (known(first.get(k)) && known(keys.get(k)) && first.get(k).type() != keys.get(k).type()) {
                    Term term = i < statement.terms().size() ? statement.terms().get(i) : statement.until().orElseThrow();
                    errors.semantic(term.span().start(), "The join key " + keys.get(k).field().name() + " cannot be equal to " + first.get(k).field().name() + ": one is a "
                            + keys.get(k).type().name().toLowerCase(Locale.ROOT) + ", the other a " + first.get(k).type().name().toLowerCase(Locale.ROOT) + ".");
                }
            }
        }
    }

    private boolean known(Key key) {
        return context.types().type(key.field().name()) != FieldType.UNKNOWN;
    }

    private void limits(List<Condition> all, EqlStatement statement) throws QueryException {
        if (statement.kind() == Kind.SAMPLE && all.size() > MOST_SAMPLED) {
            errors.semantic(statement.terms().get(MOST_SAMPLED).span().start(), "A sample has at most " + MOST_SAMPLED + " conditions.");
        }
        if (all.size() > EventPattern.MAX_CONDITIONS) {
            errors.check();
            String message = "The sequence has " + all.size() + " conditions; at most " + EventPattern.MAX_CONDITIONS + " can be asked for.";
            throw new QueryException(new Diagnostic(Diagnostic.Kind.LIMIT, message, 1, 1));
        }
    }
}
