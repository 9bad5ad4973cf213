package dev.spoor.detect.stateful;

import dev.spoor.detect.TypedField;
import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of one field in one segment as numbers of {@link Terms}. Each distinct value is looked up once. */
final class TermColumns {
    private static final int UNKNOWN = -2;
    private static final int STRUCTURE = -1;
    private final TypedField field;
    private final Terms terms;
    private final List<Column> columns = new ArrayList<>();
    private final List<int[]> numbers = new ArrayList<>();

    TermColumns(TypedField field, Segment segment, Terms terms) {
        this.field = field;
        this.terms = terms;
        for (Field candidate : field.ref().candidates()) {
            segment.column(candidate).ifPresent(column -> {
                columns.add(column);
                int[] unknown = new int[column.distinct()];
                Arrays.fill(unknown, UNKNOWN);
                numbers.add(unknown);
            });
        }
    }

    /** Adds the numbers of an event's different values to a list; none where the field is missing. */
    void read(int event, IntBag found) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.present().get(event)) {
                for (int value = 0; value < column.count(event); value++) {
                    add(number(column, numbers.get(i), column.code(event, value)), found);
                }
                return;
            }
        }
    }

    private static void add(int number, IntBag found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == number) {
                return;
            }
        }
        if (number != STRUCTURE) {
            found.add(number);
        }
    }

    private int number(Column column, int[] known, int code) {
        if (known[code] == UNKNOWN) {
            Value value = column.value(code);
            known[code] = value.kind() == Value.Kind.JSON ? STRUCTURE : terms.code(field.type(), value);
        }
        return known[code];
    }
}
