package dev.spoor.explain;

import dev.spoor.query.expr.Expression;

/** A condition in plain words, to be read in one line. */
public final class ConditionText {
    private ConditionText() {}

    /** The words. */
    public static String of(Expression condition) {
        return ClauseText.of(condition);
    }
}
