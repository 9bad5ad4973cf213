package dev.spoor.query.parse;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Folds lists of exact values of one field into one test, so that a long list costs one look-up. */
public final class ValueLists {
    private ValueLists() {}

    private record Key(FieldRef field, boolean ignoreCase) {}

    /** The disjunction of the terms. */
    public static Expression or(List<Expression> terms) {
        Map<Key, TreeSet<String>> lists = new LinkedHashMap<>();
        List<Expression> others = new ArrayList<>();
        for (Expression term : terms) {
            if (term instanceof Expression.Test(FieldRef field, ValueTest.Equal(String text, boolean ignoreCase))) {
                lists.computeIfAbsent(new Key(field, ignoreCase), key -> new TreeSet<>()).add(text);
            } else {
                others.add(term);
            }
        }
        List<Expression> all = new ArrayList<>();
        lists.forEach((key, texts) -> all.add(new Expression.Test(key.field(), texts.size() == 1
                ? new ValueTest.Equal(texts.first(), key.ignoreCase()) : new ValueTest.OneOf(texts, key.ignoreCase()))));
        all.addAll(others);
        return all.size() == 1 ? all.getFirst() : new Expression.Or(all);
    }
}
