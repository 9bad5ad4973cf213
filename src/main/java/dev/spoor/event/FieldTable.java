package dev.spoor.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for field names, counted from 0 in the order they were first asked for. One table serves one case or one load; numbers are never
 * stored or shown, so their order does not matter. Thread-safe.
 */
public final class FieldTable {
    private final Map<Field, Integer> numbers = new HashMap<>();
    private final List<Field> fields = new ArrayList<>();

    /** The number of a field, given now if it has none. */
    public synchronized int number(Field field) {
        Integer known = numbers.get(field);
        if (known != null) {
            return known;
        }
        int number = fields.size();
        numbers.put(field, number);
        fields.add(field);
        return number;
    }

    /** The field of a number that this table gave out. */
    public synchronized Field field(int number) {
        return fields.get(number);
    }

    /** How many fields have a number. */
    public synchronized int size() {
        return fields.size();
    }
}
