package dev.spoor.query.spl;

import dev.spoor.query.text.Span;
import java.util.List;

/** The tree of an expression of {@code eval} and {@code where}. */
sealed interface EvalNode {
    Span span();

    /** A number or a text. */
    record Constant(Object value, Span span) implements EvalNode {}

    record Field(String name, Span span) implements EvalNode {}

    /** {@code - x}. */
    record Minus(EvalNode operand, Span span) implements EvalNode {}

    record Not(EvalNode operand, Span span) implements EvalNode {}

    /** Terms joined by AND, OR or XOR. */
    record Logic(String operator, List<EvalNode> terms, Span span) implements EvalNode {
        public Logic {
            terms = List.copyOf(terms);
        }
    }

    /** {@code + - * / % .} or a comparison: {@code = != < <= > >=}. */
    record Binary(String operator, EvalNode left, EvalNode right, Span span) implements EvalNode {}

    record Call(String function, List<EvalNode> arguments, Span span) implements EvalNode {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
