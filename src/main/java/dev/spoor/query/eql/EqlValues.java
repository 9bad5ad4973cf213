package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.eql.EqlNode.Constant;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.LuceneRegex;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.TypedMatch;
import java.util.Optional;

/** What constants mean to fields of a type. Texts are compared whole, also on analysed fields. */
final class EqlValues {
    private final TypedMatch match;
    private final QueryErrors errors;

    EqlValues(TypedMatch match, QueryErrors errors) {
        this.match = match;
        this.errors = errors;
    }

    /** The field has this value. */
    Fit equal(FieldType type, Constant constant, boolean ignoreCase) {
        String text = text(constant);
        if (spelt(type)) {
            boolean number = type == FieldType.UNKNOWN && constant.value().orElseThrow() instanceof Number;
            return number ? match.equal(FieldType.DOUBLE, text, true) : Fit.by(new ValueTest.Equal(text, ignoreCase));
        }
        return match.equal(type, text, true);
    }

    /** The field lies on one side of a value. */
    Fit range(FieldType type, Operator operator, Constant constant) {
        Optional<Limit> low = switch (operator) {
            case GREATER -> Optional.of(new Limit(text(constant), false));
            case GREATER_OR_EQUAL -> Optional.of(new Limit(text(constant), true));
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL -> Optional.empty();
        };
        Optional<Limit> high = switch (operator) {
            case LESS -> Optional.of(new Limit(text(constant), false));
            case LESS_OR_EQUAL -> Optional.of(new Limit(text(constant), true));
            case GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> Optional.empty();
        };
        return match.range(type.analysed() ? FieldType.KEYWORD : type, low, high);
    }

    /** The field matches what stands behind {@code :}, {@code like} or {@code regex}. */
    Fit matching(FieldType type, EqlNode.Matching matching, Constant pattern) {
        boolean text = pattern.value().orElseThrow() instanceof String;
        if (matching.manner() == EqlNode.Manner.SAME && (!text || !spelt(type) && !wild(text(pattern)))) {
            return equal(type, pattern, true);
        }
        ValueTest test = test(matching, pattern);
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, FLATTENED, VERSION, IP, UNKNOWN -> Fit.by(test);
            case LONG, DOUBLE, BOOLEAN, DATE -> new Fit.Unfit("patterns do not work on a field of type " + type.elasticName());
            case NESTED, OBJECT -> match.equal(type, text(pattern), true);
        };
    }

    /** The test that a pattern stands for. */
    ValueTest test(EqlNode.Matching matching, Constant pattern) {
        if (matching.manner() != EqlNode.Manner.REGEX) {
            return like(text(pattern), matching.ignoreCase());
        }
        LuceneRegex regex = LuceneRegex.of(text(pattern));
        if (!regex.fine()) {
            errors.semantic(pattern.span().start(), regex.problem());
        }
        return new ValueTest.Matches(regex.re2(), true, matching.ignoreCase(), true);
    }

    /** A pattern with wildcards, none of which can be escaped. */
    static ValueTest like(String pattern, boolean ignoreCase) {
        return wild(pattern) ? new ValueTest.Like(glob("", pattern, ""), ignoreCase) : new ValueTest.Equal(pattern, ignoreCase);
    }

    /** A pattern made of a text with its wildcards between others. */
    static Glob glob(String before, String pattern, String behind) {
        Glob.Builder glob = new Glob.Builder();
        for (char c : (before + pattern + behind).toCharArray()) {
            switch (c) {
                case '*' -> glob.any();
                case '?' -> glob.one();
                default -> glob.literal(c);
            }
        }
        return glob.build();
    }

    /** A constant as a field's value would be spelt; not for null. */
    static String text(Constant constant) {
        return constant.value().orElseThrow().toString();
    }

    private static boolean wild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether values of a type are compared as they are spelt. */
    static boolean spelt(FieldType type) {
        return type.exact() || type.analysed() || type == FieldType.VERSION || type == FieldType.UNKNOWN;
    }
}
