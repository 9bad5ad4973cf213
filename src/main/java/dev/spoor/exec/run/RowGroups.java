package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Numbers groups of rows by the values of keys, from 0 on. A row with a multi-value belongs to the group of each value. Not thread-safe. */
final class RowGroups {
    private final boolean missing;
    private final List<KeyValues> values = new ArrayList<>();
    private final List<RememberedScalar<int[]>> keys = new ArrayList<>();
    private final List<NumberedKeys> joints = new ArrayList<>();
    private final int[][] groups;
    private final int[][] choices;
    private final int[] chosen;
    private int size;

    /**
     * @param missing whether rows that lack a key have a group, too
     */
    RowGroups(List<Scalar> scalars, boolean missing, ScalarEvaluator evaluator) {
        this.missing = missing;
        for (Scalar scalar : scalars) {
            KeyValues own = new KeyValues();
            values.add(own);
            keys.add(new RememberedScalar<>(scalar, evaluator, own::numbers));
            joints.add(new NumberedKeys());
        }
        groups = new int[scalars.size()][16];
        choices = new int[scalars.size()][];
        chosen = new int[scalars.size()];
    }

    /** Tells the groups of a row. */
    void each(Row row, IntConsumer groups) {
        for (int i = 0; i < choices.length; i++) {
            choices[i] = keys.get(i).of(row);
            if (!missing && choices[i][0] == KeyValues.MISSING) {
                return;
            }
        }
        each(0, groups);
    }

    private void each(int key, IntConsumer groups) {
        if (key == choices.length) {
            groups.accept(group());
            return;
        }
        for (int choice : choices[key]) {
            chosen[key] = choice;
            each(key + 1, groups);
        }
    }

    private int group() {
        if (chosen.length == 0) {
            size = 1;
            return 0;
        }
        int group = chosen.length == 1 ? joints.getFirst().number(values.getFirst().key(chosen[0])) : values.getFirst().key(chosen[0]);
        for (int i = 1; i < chosen.length; i++) {
            group = joints.get(i).number((long) group << 32 | values.get(i).key(chosen[i]));
        }
        if (group == size) {
            add();
        }
        return group;
    }

    private void add() {
        for (int i = 0; i < chosen.length; i++) {
            if (size == groups[i].length) {
                groups[i] = Arrays.copyOf(groups[i], size * 2);
            }
            groups[i][size] = chosen[i];
        }
        size++;
    }

    /** How many groups there are. */
    int size() {
        return size;
    }

    /** A group's value of a key; null where it is missing. */
    Object value(int group, int key) {
        return values.get(key).value(groups[key][group]);
    }

    /** The groups in the order of their values, from the first key to the last. */
    int[] ordered() {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int key = chosen.length - 1; key >= 0; key--) {
            order = byRank(order, groups[key], values.get(key).ranks());
        }
        return order;
    }

    /** Counts how many groups have each rank and puts each behind those of lower ones; groups of one rank keep their order. */
    private static int[] byRank(int[] order, int[] numbers, int[] ranks) {
        int[] begins = new int[ranks.length + 1];
        for (int group : order) {
            begins[ranks[numbers[group]] + 1]++;
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int group : order) {
            sorted[begins[ranks[numbers[group]]]++] = group;
        }
        return sorted;
    }
}
