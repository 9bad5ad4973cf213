package dev.spoor.query.spl;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a field name of SPL stands for: the first of its ways whose condition the event meets and that has a value.
 *
 * @param own  fields of the record that have the name itself
 * @param ways what else may stand for it
 * @param filled whether it is {@link FieldAliases#UNKNOWN} where nothing stands for it
 */
record SplField(FieldRef own, List<Way> ways, boolean filled) {
    /** A field that may be missing. */
    SplField(FieldRef own, List<Way> ways) {
        this(own, ways, false);
    }

    /**
     * One thing that may stand for a name.
     *
     * @param condition events that it holds for, empty for all
     * @param plain     the field, where nothing is done to its value
     * @param value     its value
     */
    record Way(Optional<Expression> condition, Optional<FieldRef> plain, Scalar value) {}

    SplField {
        ways = List.copyOf(ways);
    }

    /** The one field reference that says it all, if there is one. */
    Optional<FieldRef> simple() {
        return ways.isEmpty() ? Optional.of(own) : Optional.empty();
    }

    /** The value of the field. */
    Scalar value() {
        Scalar name = new Scalar.Name(own);
        if (ways.isEmpty() && !filled) {
            return name;
        }
        List<Scalar> values = new ArrayList<>(List.of(name));
        for (Way way : ways) {
            values.add(way.condition().map(condition -> only(condition, way.value())).orElse(way.value()));
        }
        if (filled) {
            values.add(new Scalar.Literal(Optional.of(FieldAliases.UNKNOWN)));
        }
        return new Scalar.Call("spl.coalesce", values, Span.NONE);
    }

    private static Scalar only(Expression condition, Scalar value) {
        return new Scalar.Call("spl.if", List.of(new Scalar.Condition(condition), value, new Scalar.Literal(Optional.empty())), Span.NONE);
    }
}
