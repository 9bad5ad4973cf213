package dev.spoor.exec.function;

import com.google.re2j.Pattern;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call, each computed when it is asked for. */
final class Arguments {
    private final ScalarEvaluator evaluator;
    private final List<Scalar> scalars;
    private final Row row;

    Arguments(ScalarEvaluator evaluator, List<Scalar> scalars, Row row) {
        this.evaluator = evaluator;
        this.scalars = scalars;
        this.row = row;
    }

    int size() {
        return scalars.size();
    }

    Row row() {
        return row;
    }

    /** An argument's value, null for unknown. */
    Object get(int index) {
        return evaluator.value(scalars.get(index), row);
    }

    /** How an argument is computed. */
    Scalar scalar(int index) {
        return scalars.get(index);
    }

    /** An argument's value with columns set to values. */
    Object get(int index, Map<String, Object> columns) {
        Row with = row.copy();
        columns.forEach(with::set);
        return evaluator.value(scalars.get(index), with);
    }

    /** An argument's value with a column set to a value. */
    Object get(int index, String column, Object value) {
        Row with = row.copy();
        with.set(column, value);
        return evaluator.value(scalars.get(index), with);
    }

    boolean isTrue(int index) {
        return Boolean.TRUE.equals(get(index));
    }

    /** An argument as a text (of a multi-value the first), null for unknown. */
    String text(int index) {
        return RowValues.text(get(index));
    }

    /** An argument as a number, null where it is none. */
    Number number(int index) {
        return RowValues.number(get(index));
    }

    /** An argument as a double, null where it is no number. */
    Double real(int index) {
        Number number = number(index);
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    /** An argument as values, empty for unknown. */
    List<?> list(int index) {
        return RowValues.list(get(index));
    }

    /** Whether one of some values passes a test, as its text. */
    boolean any(List<?> values, ValueTest test) {
        return values.stream().anyMatch(value -> evaluator.passes(value, test));
    }

    /** A text that the command {@code search} compares values with. */
    ConditionFunctions.SearchTerm searchTerm(String text) {
        return evaluator.searchTerm(text);
    }

    /** An argument as a regular expression; empty where it is none. */
    Optional<Pattern> pattern(int index) {
        String text = text(index);
        return text == null ? Optional.empty() : evaluator.pattern(text);
    }
}
