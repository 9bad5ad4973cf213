package dev.spoor.explain;

import dev.spoor.query.expr.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** A condition in plain words, to be read in one line. */
public final class ConditionText {
    private static final int DEEPEST = 6;

    private ConditionText() {}

    /** The words. */
    public static String of(Expression condition) {
        return of(condition, 0);
    }

    private static String of(Expression condition, int depth) {
        if (depth > DEEPEST) {
            return ClauseText.of(condition);
        }
        return switch (condition) {
            case Expression.And(List<Expression> terms) -> joined(terms, " and ", depth);
            case Expression.Or(List<Expression> terms) -> joined(terms, " or ", depth);
            case Expression.Not(Expression term) -> "not " + of(term, depth + 1);
            case Expression.Constant _, Expression.Test _, Expression.Exists _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ ->
                    ClauseText.of(condition);
        };
    }

    private static String joined(List<Expression> terms, String word, int depth) {
        String words = terms.stream().map(term -> of(term, depth + 1)).collect(Collectors.joining(word));
        return depth == 0 || terms.size() == 1 ? words : "(" + words + ")";
    }
}
