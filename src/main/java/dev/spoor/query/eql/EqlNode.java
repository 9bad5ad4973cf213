package dev.spoor.query.eql;

import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tree of an expression. {@code toString} gives a canonical form: {@code (and (== a 1) (not (: b "x")))}. */
sealed interface EqlNode {
    /** Where it stands. */
    Span span();

    /** A constant: text, {@code Long}, {@code Double}, {@code Boolean}; empty for null. */
    record Constant(Optional<Object> value, Span span) implements EqlNode {
        boolean isNull() {
            return value.isEmpty();
        }

        @Override public String toString() {
            return value.map(one -> one instanceof String text ? "\"" + text + "\"" : one.toString()).orElse("null");
        }
    }

    /** A field. {@code optional}: it may be unknown. */
    record FieldName(String name, boolean optional, Span span) implements EqlNode {
        @Override public String toString() {
            return (optional ? "?" : "") + name;
        }
    }

    /** A function. {@code ignoreCase}: it is written with {@code ~}. */
    record Call(String function, boolean ignoreCase, List<EqlNode> arguments, Span span) implements EqlNode {
        @Override public String toString() {
            return function + (ignoreCase ? "~" : "") + listed("(", arguments);
        }
    }

    /** The opposite number. */
    record Negative(EqlNode operand, Span span) implements EqlNode {
        @Override public String toString() {
            return "(- " + operand + ")";
        }
    }

    /** Arithmetic: {@code + - * / %}. */
    record Arithmetic(char operator, EqlNode left, EqlNode right, Span span) implements EqlNode {
        @Override public String toString() {
            return "(" + operator + " " + left + " " + right + ")";
        }
    }

    /** A comparison. */
    record Comparison(Operator operator, EqlNode left, EqlNode right, Span span) implements EqlNode {
        @Override public String toString() {
            return "(" + sign(operator) + " " + left + " " + right + ")";
        }
    }

    /** The value is one of a list. */
    record Among(EqlNode value, boolean ignoreCase, List<EqlNode> list, Span span) implements EqlNode {
        @Override public String toString() {
            return "(in" + (ignoreCase ? "~ " : " ") + value + listed(" ", list);
        }
    }

    /** The value matches one of some patterns. */
    record Matching(EqlNode value, Manner manner, boolean ignoreCase, List<Constant> patterns, Span span) implements EqlNode {
        @Override public String toString() {
            return "(" + (manner == Manner.SAME ? ":" : manner.word + (ignoreCase ? "~" : "")) + " " + value + listed(" ", patterns);
        }
    }

    /** How a value matches. */
    enum Manner {
        /** {@code :}, wildcards and any case; with a number, equality. */
        SAME("\":\""),
        /** Wildcards. */
        LIKE("like"),
        /** A regular expression of Lucene. */
        REGEX("regex");

        private final String word;

        Manner(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The term does not hold. */
    record Not(EqlNode term, Span span) implements EqlNode {
        @Override public String toString() {
            return "(not " + term + ")";
        }
    }

    /** All terms hold. */
    record And(List<EqlNode> terms, Span span) implements EqlNode {
        @Override public String toString() {
            return "(and" + listed(" ", terms);
        }
    }

    /** One of the terms holds. */
    record Or(List<EqlNode> terms, Span span) implements EqlNode {
        @Override public String toString() {
            return "(or" + listed(" ", terms);
        }
    }

    private static String listed(String open, List<? extends EqlNode> nodes) {
        return nodes.stream().map(EqlNode::toString).collect(Collectors.joining(" ", open, ")"));
    }

    /** How a comparison is written. */
    static String sign(Operator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
