package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import java.util.ArrayList;
import java.util.List;

/** The values by which rows are grouped. Equal texts are equal values, so 1 and "1" are the same group. */
final class Keys {
    private Keys() {}

    /** The texts of values, null where there is none; of a multi-value all of them, one behind the other. */
    static List<String> of(List<Scalar> scalars, Row row, ScalarEvaluator evaluator) {
        List<String> keys = new ArrayList<>(scalars.size());
        for (Scalar scalar : scalars) {
            List<?> values = RowValues.list(evaluator.value(scalar, row));
            keys.add(values.isEmpty() ? null : values.size() == 1 ? RowValues.text(values.getFirst()) : values.stream().map(RowValues::text).toList().toString());
        }
        return keys;
    }

    /** Every combination of one value of each scalar; a scalar without a value gives null. */
    static List<List<Object>> combinations(List<Scalar> scalars, Row row, ScalarEvaluator evaluator) {
        List<List<Object>> all = new ArrayList<>();
        all.add(new ArrayList<>());
        for (Scalar scalar : scalars) {
            List<?> values = RowValues.list(evaluator.value(scalar, row));
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> begin : all) {
                if (values.isEmpty()) {
                    begin.add(null);
                    longer.add(begin);
                }
                for (Object value : values) {
                    List<Object> one = new ArrayList<>(begin);
                    one.add(value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    static List<String> texts(List<Object> values) {
        List<String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(RowValues.text(value)));
        return texts;
    }
}
