package dev.spoor.exec.run;

import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values of a group's key. Values with equal texts, such as 1 and "1", are the same key but different values. Not thread-safe. */
final class KeyValues {
    /** The number of what is missing. */
    static final int MISSING = 0;
    private static final int[] NOTHING = {MISSING};
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> variants = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private int[] keys = new int[16];

    KeyValues() {
        values.add(null);
    }

    /** The numbers of a value, or of the values of a multi-value; never empty. */
    int[] numbers(Object value) {
        List<?> all = RowValues.list(value);
        if (all.isEmpty()) {
            return NOTHING;
        }
        int[] numbers = new int[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(all.get(i));
        }
        return numbers;
    }

    private int number(Object value) {
        String text = RowValues.text(value);
        Integer known = texts.get(text);
        if (known == null) {
            int number = add(value);
            keys[number] = number;
            texts.put(text, number);
            return number;
        }
        if (values.get(known).getClass() == value.getClass()) {
            return known;
        }
        Integer variant = variants.get(value);
        if (variant == null) {
            variant = add(value);
            keys[variant] = known;
            variants.put(value, variant);
        }
        return variant;
    }

    private int add(Object value) {
        int number = values.size();
        if (number == keys.length) {
            keys = Arrays.copyOf(keys, number * 2);
        }
        values.add(value);
        return number;
    }

    /** The same for all values with a text. */
    int key(int number) {
        return keys[number];
    }

    /** The value of a number, null for {@link #MISSING}. */
    Object value(int number) {
        return values.get(number);
    }

    /** The place of each number in the order of values: numbers before texts, what is missing last. */
    int[] ranks() {
        Number[] numeric = new Number[values.size()];
        Integer[] order = new Integer[values.size()];
        for (int i = 0; i < order.length; i++) {
            numeric[i] = RowValues.number(values.get(i));
            order[i] = i;
        }
        Comparator<Integer> comparator = (left, right) -> compare(left, right, numeric);
        Arrays.sort(order, comparator);
        int[] ranks = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            ranks[order[i]] = ranks[order[i - 1]] + (compare(order[i - 1], order[i], numeric) == 0 ? 0 : 1);
        }
        return ranks;
    }

    private int compare(int left, int right, Number[] numeric) {
        if (left == MISSING || right == MISSING) {
            return Boolean.compare(left == MISSING, right == MISSING);
        }
        Number a = numeric[left];
        Number b = numeric[right];
        int order = a != null && b != null ? RowValues.compareNumbers(a, b) : a != null ? -1 : b != null ? 1 : 0;
        return order != 0 ? order : RowValues.text(values.get(left)).compareTo(RowValues.text(values.get(right)));
    }
}
