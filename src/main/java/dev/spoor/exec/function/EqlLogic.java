package dev.spoor.exec.function;

import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.Scalar.Collation;
import dev.spoor.query.expr.Scalar.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What EQL asks of unknown values and of fields with several values. */
final class EqlLogic {
    /** Combinations of values of several fields that are tried for one event. */
    private static final long MOST_COMBINATIONS = 100_000;

    private EqlLogic() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("eql.isnull", a -> a.get(0) == null);
        functions.put("eql.same", a -> same(a.get(0), a.get(1)));
        functions.put("eql.asboolean", a -> truth(a.get(0)));
        functions.put("eql.any", EqlLogic::any);
        functions.put("eql.nulled", a -> nulled(a));
    }

    /** Equality of constants: null equals only null. */
    private static boolean same(Object left, Object right) {
        return left == null || right == null ? left == right : Boolean.TRUE.equals(Comparison.compare(Operator.EQUAL, left, right, Collation.TYPED));
    }

    private static Object truth(Object value) {
        return value instanceof Boolean known ? known : "true".equals(value) ? Boolean.TRUE : "false".equals(value) ? Boolean.FALSE : null;
    }

    /** Whether the first argument is true for one combination of values of the fields that are the other arguments. */
    private static Object any(Arguments a) {
        Map<String, List<?>> several = new HashMap<>();
        long combinations = 1;
        for (int i = 1; i < a.size(); i++) {
            if (a.scalar(i) instanceof Scalar.Name(var field) && a.get(i) instanceof List<?> values) {
                several.put(field.name(), values);
                combinations = Math.min(MOST_COMBINATIONS, combinations * values.size());
            }
        }
        if (several.isEmpty()) {
            return a.get(0);
        }
        List<String> names = new ArrayList<>(several.keySet());
        for (long number = 0; number < combinations; number++) {
            if (Boolean.TRUE.equals(a.get(0, combination(names, several, number)))) {
                return true;
            }
        }
        return null;
    }

    private static Map<String, Object> combination(List<String> names, Map<String, List<?>> several, long number) {
        Map<String, Object> columns = new HashMap<>();
        long rest = number;
        for (String name : names) {
            List<?> values = several.get(name);
            columns.put(name, values.get((int) (rest % values.size())));
            rest /= values.size();
        }
        return columns;
    }

    /** Whether the field that the argument names holds an explicit null. */
    private static Object nulled(Arguments a) {
        Optional<Values> values = a.row().event().flatMap(event -> event.get(Field.ecs(a.text(0))));
        for (int i = 0; values.isPresent() && i < values.get().size(); i++) {
            Value value = values.get().get(i);
            if (value.kind() == Value.Kind.JSON && value.text().equals("null")) {
                return true;
            }
        }
        return false;
    }
}
