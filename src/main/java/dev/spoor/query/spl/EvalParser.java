package dev.spoor.query.spl;

import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression of {@code eval} and {@code where}.
 * <pre>
 * expression = or { "XOR" or }          or = and { "OR" and }      and = not { "AND" not }     not = "NOT" not | comparison
 * comparison = concat [ ("=" | "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "LIKE") concat | ["NOT"] "IN" "(" list ")" ]
 * concat     = sum { "." sum }          sum = product { ("+" | "-") product }                  product = unary { ("*" | "/" | "%") unary }
 * unary      = ("-" | "+") unary | number | text | "'" field "'" | field | function "(" [list] ")" | "(" expression ")"
 * </pre>
 */
final class EvalParser {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_CHAIN = 1000;
    private static final Set<String> LABELS = Set.of("threshold", "match", "delims");
    private final SplScanner in;
    private int depth;
    private int operators;

    EvalParser(SplScanner in) {
        this.in = in;
    }

    EvalNode expression() throws SplProblem {
        if (++depth > MAX_DEPTH) {
            throw SplProblem.limit(in.position(), "the expression is nested deeper than " + MAX_DEPTH);
        }
        EvalNode node = logic(0);
        depth--;
        return node;
    }

    private static final List<String> LOGIC = List.of("XOR", "OR", "AND");

    private EvalNode logic(int level) throws SplProblem {
        if (level == LOGIC.size()) {
            return not();
        }
        String operator = LOGIC.get(level);
        EvalNode first = logic(level + 1);
        if (!in.looksAtWord(operator)) {
            return first;
        }
        List<EvalNode> terms = new ArrayList<>(List.of(first));
        while (in.acceptWord(operator)) {
            terms.add(logic(level + 1));
        }
        return new EvalNode.Logic(operator, terms, first.span().to(terms.getLast().span()));
    }

    private EvalNode not() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        int count = 0;
        while (in.acceptWord("NOT")) {
            count++;
        }
        EvalNode node = comparison();
        return count % 2 == 0 ? node : new EvalNode.Not(node, new Span(begin, node.span().end()));
    }

    private EvalNode comparison() throws SplProblem {
        EvalNode left = concat();
        String operator = operator("==", "!=", "<=", ">=", "=", "<", ">");
        if (operator != null) {
            EvalNode right = concat();
            return new EvalNode.Binary(operator.equals("==") ? "=" : operator, left, right, left.span().to(right.span()));
        }
        if (in.acceptWord("LIKE")) {
            EvalNode right = concat();
            return new EvalNode.Call("like", List.of(left, right), left.span().to(right.span()));
        }
        int before = in.position();
        boolean negated = in.acceptWord("NOT");
        if (in.acceptWord("IN")) {
            return in(left, negated);
        }
        in.moveTo(before);
        return left;
    }

    private EvalNode in(EvalNode left, boolean negated) throws SplProblem {
        in.expect("(", "after IN");
        List<EvalNode> arguments = new ArrayList<>(List.of(left));
        list(arguments);
        EvalNode call = new EvalNode.Call("in", arguments, new Span(left.span().start(), in.position()));
        return negated ? new EvalNode.Not(call, call.span()) : call;
    }

    private EvalNode concat() throws SplProblem {
        EvalNode left = sum();
        while (in.accept(".")) {
            EvalNode right = sum();
            left = binary(".", left, right);
        }
        return left;
    }

    private EvalNode sum() throws SplProblem {
        EvalNode left = product();
        for (String operator = operator("+", "-"); operator != null; operator = operator("+", "-")) {
            left = binary(operator, left, product());
        }
        return left;
    }

    private EvalNode product() throws SplProblem {
        EvalNode left = unary();
        for (String operator = operator("*", "/", "%"); operator != null; operator = operator("*", "/", "%")) {
            left = binary(operator, left, unary());
        }
        return left;
    }

    private EvalNode binary(String operator, EvalNode left, EvalNode right) throws SplProblem {
        if (++operators > MAX_CHAIN) {
            throw SplProblem.limit(right.span().start(), "the expression has more than " + MAX_CHAIN + " operators");
        }
        return new EvalNode.Binary(operator, left, right, left.span().to(right.span()));
    }

    private String operator(String... symbols) {
        for (String symbol : symbols) {
            if (in.accept(symbol)) {
                return symbol;
            }
        }
        return null;
    }

    private EvalNode unary() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        boolean minus = false;
        while (in.peek() == '-' || in.peek() == '+') {
            minus ^= in.peek() == '-';
            in.advance();
            in.skipBlanks();
        }
        EvalNode operand = primary();
        return minus ? new EvalNode.Minus(operand, new Span(begin, operand.span().end())) : operand;
    }

    private EvalNode primary() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        char c = in.peek();
        if (c == '(') {
            in.advance();
            EvalNode inner = expression();
            in.expect(")", "to close the parenthesis");
            return inner;
        }
        if (c == '"') {
            return new EvalNode.Constant(in.quoted(), new Span(begin, in.position()));
        }
        if (c == '\'') {
            return new EvalNode.Field(in.quoted(), new Span(begin, in.position()));
        }
        if (Character.isDigit(c) || c == '.' && Character.isDigit(in.peek(1))) {
            return number(begin);
        }
        if (c == '[') {
            throw SplProblem.unsupported(begin, "a subsearch [...] is not there yet");
        }
        String name = name();
        if (name.isEmpty() || reserved(name)) {
            in.moveTo(begin);
            throw in.unexpected("a value");
        }
        in.skipBlanks();
        if (in.peek() != '(') {
            return new EvalNode.Field(name, new Span(begin, begin + name.length()));
        }
        in.advance();
        List<EvalNode> arguments = new ArrayList<>();
        if (!in.accept(")")) {
            list(arguments);
        }
        return new EvalNode.Call(SplScanner.lower(name), arguments, new Span(begin, in.position()));
    }

    private void list(List<EvalNode> into) throws SplProblem {
        do {
            passLabel();
            into.add(expression());
        } while (in.accept(","));
        in.expect(")", "or ',' in the list");
    }

    /** Passes over the label of an argument of {@code cluster}: {@code threshold:0.5}. */
    private void passLabel() {
        in.skipBlanks();
        int begin = in.position();
        while (Character.isLetter(in.peek())) {
            in.advance();
        }
        if (in.peek() != ':' || !LABELS.contains(SplScanner.lower(in.text(begin, in.position())))) {
            in.moveTo(begin);
            return;
        }
        in.advance();
    }

    private static boolean reserved(String name) {
        return name.equalsIgnoreCase("AND") || name.equalsIgnoreCase("OR") || name.equalsIgnoreCase("XOR") || name.equalsIgnoreCase("NOT");
    }

    /** A field or function name: letters, digits, {@code _ { } : @}; a dot joins texts and is no part of it. */
    private String name() {
        int begin = in.position();
        while (in.peek() != '.' && SplScanner.isNamePart(in.peek()) || in.peek() == '$') {
            in.advance();
        }
        return in.text(begin, in.position());
    }

    private EvalNode number(int begin) throws SplProblem {
        boolean dot = false;
        while (Character.isDigit(in.peek()) || !dot && in.peek() == '.' && Character.isDigit(in.peek(1))) {
            dot |= in.peek() == '.';
            in.advance();
        }
        if ((in.peek() == 'e' || in.peek() == 'E') && (Character.isDigit(in.peek(1)) || (in.peek(1) == '-' || in.peek(1) == '+') && Character.isDigit(in.peek(2)))) {
            in.advance();
            in.advance();
            while (Character.isDigit(in.peek())) {
                in.advance();
            }
        }
        if (Character.isLetter(in.peek()) || in.peek() == '_') {
            return nameAfterDigits(begin);
        }
        String digits = in.text(begin, in.position());
        if (digits.length() > 400) {
            throw SplProblem.limit(begin, "the number has more than 400 characters");
        }
        return new EvalNode.Constant(value(digits), new Span(begin, in.position()));
    }

    private EvalNode nameAfterDigits(int begin) {
        in.moveTo(begin);
        String name = name();
        return new EvalNode.Field(name, new Span(begin, begin + name.length()));
    }

    /** A long where the number is a whole one that fits, else a double. */
    static Object value(String digits) {
        if (digits.indexOf('.') < 0 && digits.length() < 19 && digits.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(digits);
        }
        return Double.parseDouble(digits);
    }
}
