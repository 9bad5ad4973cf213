package dev.spoor.query.expr;

import java.util.List;
import java.util.Set;

/** A condition on one event. Immutable; equal conditions are equal objects, which is how rules share them. */
public sealed interface Expression {
    /** Holds for every event, or for none. */
    record Constant(boolean value) implements Expression {}

    /** All terms hold. Without terms: true. */
    record And(List<Expression> terms) implements Expression {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least one term holds. Without terms: false. */
    record Or(List<Expression> terms) implements Expression {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** The term does not hold: the plain complement, so true for an event without the field. */
    record Not(Expression term) implements Expression {}

    /** At least one value of the field passes the test. False where the field is missing. */
    record Test(FieldRef field, ValueTest test) implements Expression {}

    /** The field has at least one value (values of kind JSON do not count). */
    record Exists(FieldRef field) implements Expression {}

    /**
     * At least one value of at least one field of the ECS view whose path matches the glob passes the test that belongs to that field's type.
     *
     * @param paths glob over dotted paths ({@code *} for all)
     * @param tests the test for each type of field; a field whose type is not among them is not looked at
     */
    record AnyField(Glob paths, List<TypedTest> tests) implements Expression {
        public AnyField {
            tests = List.copyOf(tests);
        }
    }

    /**
     * A test for the fields of some types, by the lower-case Elasticsearch names ({@code keyword}, {@code text}, {@code long} ...).
     */
    record TypedTest(Set<String> types, ValueTest test) {
        public TypedTest {
            types = Set.copyOf(types);
        }
    }

    /**
     * At least one value that the record itself has passes the test, whatever its field: the values of the source view, or, where an event has none, those of the ECS view.
     */
    record AnyValue(ValueTest test) implements Expression {}

    /**
     * At least one element of the array of objects at a path satisfies the condition. Fields in the condition are named from the event's
     * root ({@code courses.credits}); conditions on fields outside the path are false.
     */
    record Nested(String path, Expression condition) implements Expression {}

    /** The scalar is true (not false, not unknown). */
    record Holds(Scalar scalar) implements Expression {}

    Expression TRUE = new Constant(true);
    Expression FALSE = new Constant(false);

    static Expression and(Expression... terms) {
        return new And(List.of(terms));
    }

    static Expression or(Expression... terms) {
        return new Or(List.of(terms));
    }

    static Expression not(Expression term) {
        return new Not(term);
    }
}
