package dev.spoor.detect;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.parse.ElasticFields;
import dev.spoor.query.parse.QueryContext;

/**
 * A field that a rule reads values of, in one data set.
 *
 * @param type decides which values are equal: addresses and numbers in different spellings are
 */
public record TypedField(FieldRef ref, FieldType type) {
    /** The field of a name as Elastic's rules mean it. */
    static TypedField of(String name, QueryContext context) {
        ElasticFields.Resolved field = new ElasticFields(context).resolve(name);
        return new TypedField(field.ref(), field.type());
    }

    /** The name as the rule states it. */
    public String name() {
        return ref.name();
    }
}
