package dev.spoor.query.eql;

import dev.spoor.query.eql.EqlNode.Constant;
import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.expr.Scalar.Operator;
import java.util.List;

/** Tells conditions that no Windows record fulfils. */
final class OtherSystem {
    private static final String SYSTEM = "host.os.type";

    private OtherSystem() {}

    /** Whether a condition holds only where {@code host.os.type} is something else than Windows. */
    static boolean asked(EqlNode node) {
        return switch (node) {
            case EqlNode.And and -> and.terms().stream().anyMatch(OtherSystem::asked);
            case EqlNode.Or or -> or.terms().stream().allMatch(OtherSystem::asked);
            case EqlNode.Comparison comparison -> comparison.operator() == Operator.EQUAL && system(comparison.left()) && other(comparison.right());
            case EqlNode.Among among -> system(among.value()) && among.list().stream().allMatch(OtherSystem::other);
            case EqlNode.Matching matching -> system(matching.value()) && others(matching.patterns());
            case Constant _, FieldName _, EqlNode.Call _, EqlNode.Negative _, EqlNode.Arithmetic _, EqlNode.Not _ -> false;
        };
    }

    private static boolean system(EqlNode node) {
        return node instanceof FieldName field && field.name().equals(SYSTEM);
    }

    private static boolean others(List<Constant> patterns) {
        return patterns.stream().allMatch(pattern -> other(pattern) && EqlValues.text(pattern).matches("[A-Za-z]+"));
    }

    private static boolean other(EqlNode node) {
        return node instanceof Constant constant && constant.value().orElse(0) instanceof String text && !text.equalsIgnoreCase("windows");
    }
}
