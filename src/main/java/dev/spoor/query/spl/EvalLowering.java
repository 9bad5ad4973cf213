package dev.spoor.query.spl;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.spoor.query.expr.RegexSize;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns an expression of {@code eval} or {@code where} into a {@link Scalar}. */
final class EvalLowering {
    private static final Set<String> REGEX = Set.of("match", "replace", "mvfind");
    private static final Set<String> LOGICAL = Set.of("cidrmatch", "in", "like", "match", "searchmatch", "isnull", "isnotnull", "isint", "isnum", "isstr",
            "isbool", "true", "false", "json_valid", "json_has_key_exact");
    private final Scope scope;

    EvalLowering(Scope scope) {
        this.scope = scope;
    }

    /** Whether a node says true or false, rather than giving a value. */
    static boolean logical(EvalNode node) {
        return switch (node) {
            case EvalNode.Not _, EvalNode.Logic _ -> true;
            case EvalNode.Binary binary -> comparison(binary.operator()) != null;
            case EvalNode.Call call -> LOGICAL.contains(call.function());
            case EvalNode.Constant _, EvalNode.Field _, EvalNode.Minus _ -> false;
        };
    }

    Scalar lower(EvalNode node) throws SplProblem {
        return switch (node) {
            case EvalNode.Constant constant -> literal(constant.value());
            case EvalNode.Field field -> scope.value(field.name());
            case EvalNode.Minus minus -> minus(minus);
            case EvalNode.Not not -> new Scalar.Negation(lower(not.operand()));
            case EvalNode.Logic logic -> logic(logic);
            case EvalNode.Binary binary -> binary(binary);
            case EvalNode.Call call -> call(call);
        };
    }

    private List<Scalar> all(List<EvalNode> nodes) throws SplProblem {
        List<Scalar> values = new ArrayList<>();
        for (EvalNode node : nodes) {
            values.add(lower(node));
        }
        return values;
    }

    private Scalar minus(EvalNode.Minus minus) throws SplProblem {
        return switch (minus.operand()) {
            case EvalNode.Constant(Long number, Span _) -> literal(-number);
            case EvalNode.Constant(Double number, Span _) -> literal(-number);
            default -> new Scalar.Call("spl.subtract", List.of(literal(0L), lower(minus.operand())), minus.span());
        };
    }

    private Scalar logic(EvalNode.Logic logic) throws SplProblem {
        List<Scalar> terms = all(logic.terms());
        return switch (logic.operator()) {
            case "AND" -> new Scalar.AllOf(terms);
            case "OR" -> new Scalar.AnyOf(terms);
            default -> new Scalar.Call("spl.xor", terms, logic.span());
        };
    }

    private Scalar binary(EvalNode.Binary binary) throws SplProblem {
        Scalar.Operator comparison = comparison(binary.operator());
        Scalar left = lower(binary.left());
        Scalar right = lower(binary.right());
        if (comparison != null) {
            return new Scalar.Compare(comparison, left, right, Scalar.Collation.NUMERIC_TEXT);
        }
        String function = switch (binary.operator()) {
            case "+" -> "spl.add";
            case "-" -> "spl.subtract";
            case "*" -> "spl.multiply";
            case "/" -> "spl.divide";
            case "%" -> "spl.modulo";
            default -> "spl.concat";
        };
        return new Scalar.Call(function, List.of(left, right), binary.span());
    }

    private static Scalar.Operator comparison(String operator) {
        return switch (operator) {
            case "=" -> Scalar.Operator.EQUAL;
            case "!=" -> Scalar.Operator.NOT_EQUAL;
            case "<" -> Scalar.Operator.LESS;
            case "<=" -> Scalar.Operator.LESS_OR_EQUAL;
            case ">" -> Scalar.Operator.GREATER;
            case ">=" -> Scalar.Operator.GREATER_OR_EQUAL;
            default -> null;
        };
    }

    private Scalar call(EvalNode.Call call) throws SplProblem {
        EvalFunctions.check(call);
        List<EvalNode> nodes = call.arguments();
        if (REGEX.contains(call.function()) && nodes.get(1) instanceof EvalNode.Constant(String regex, Span span)) {
            regex(regex, span);
        }
        return switch (call.function()) {
            case "now", "time" -> literal(scope.context().now().getEpochSecond());
            case "true" -> literal(Boolean.TRUE);
            case "false" -> literal(Boolean.FALSE);
            case "null" -> new Scalar.Literal(Optional.empty());
            case "pi" -> literal(Math.PI);
            case "in" -> in(all(nodes));
            case "searchmatch" -> searchMatch(call);
            case "mvmap", "mvfilter" -> perValue(call);
            case "strftime", "strptime", "relative_time" -> {
                List<Scalar> arguments = all(nodes);
                arguments.add(literal(scope.context().zone().getId()));
                yield new Scalar.Call("spl." + call.function(), arguments, call.span());
            }
            case "ceil" -> new Scalar.Call("spl.ceiling", all(nodes), call.span());
            case "exact" -> lower(nodes.getFirst());
            case "commands" -> commands(call);
            default -> new Scalar.Call("spl." + call.function(), all(nodes), call.span());
        };
    }

    private static Scalar in(List<Scalar> arguments) {
        List<Scalar> terms = new ArrayList<>();
        for (Scalar value : arguments.subList(1, arguments.size())) {
            terms.add(new Scalar.Compare(Scalar.Operator.EQUAL, arguments.getFirst(), value, Scalar.Collation.NUMERIC_TEXT));
        }
        return new Scalar.AnyOf(terms);
    }

    /** The names of the commands in a search that is given as a text. */
    private static Scalar commands(EvalNode.Call call) throws SplProblem {
        if (!(call.arguments().getFirst() instanceof EvalNode.Constant(String search, Span span))) {
            throw SplProblem.semantic(call.span().start(), "commands takes a search in quotes");
        }
        List<Scalar> names = new ArrayList<>();
        for (CommandSplitter.Piece piece : CommandSplitter.split(search)) {
            SplScanner in = new SplScanner(search, piece.begin(), piece.end());
            in.skipBlanks();
            String word = SplScanner.lower(in.bare("(\"[]=,|"));
            names.add(literal(KnownCommands.contains(word) ? word : "search"));
        }
        if (names.isEmpty()) {
            throw SplProblem.semantic(span.start(), "the search of commands is empty");
        }
        return new Scalar.Call("spl.mvappend", names, call.span());
    }

    private Scalar searchMatch(EvalNode.Call call) throws SplProblem {
        if (!(call.arguments().getFirst() instanceof EvalNode.Constant(String search, Span span))) {
            throw SplProblem.semantic(call.span().start(), "searchmatch takes a search in quotes");
        }
        try {
            return new SearchLowering(scope).row(new SearchParser(new SplScanner(search, 0, search.length())).search());
        } catch (SplProblem inside) {
            throw SplProblem.syntax(span.start(), "in the search of searchmatch: " + inside.getMessage());
        }
    }

    /** {@code mvmap(field, expression)} and {@code mvfilter(condition)}: the expression is computed with the field standing for one of its values. */
    private Scalar perValue(EvalNode.Call call) throws SplProblem {
        EvalNode body = call.arguments().getLast();
        EvalNode first = call.arguments().getFirst();
        String name = call.function().equals("mvmap") && first instanceof EvalNode.Field field ? field.name() : onlyField(body);
        if (name == null) {
            throw SplProblem.semantic(call.span().start(), call.function() + " works on one field");
        }
        Scalar values = call.function().equals("mvmap") ? lower(first) : scope.value(name);
        Scalar inner = new EachValue(name).replace(lower(body), scope.value(name));
        return new Scalar.Call("spl." + call.function(), List.of(values, literal(name), inner), call.span());
    }

    /** The fields that an expression reads. */
    static Set<String> fields(EvalNode node) {
        Set<String> names = new TreeSet<>();
        collect(node, names);
        return names;
    }

    private static String onlyField(EvalNode node) {
        Set<String> names = new TreeSet<>();
        collect(node, names);
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private static void collect(EvalNode node, Set<String> names) {
        switch (node) {
            case EvalNode.Constant _ -> {}
            case EvalNode.Field field -> names.add(field.name());
            case EvalNode.Minus minus -> collect(minus.operand(), names);
            case EvalNode.Not not -> collect(not.operand(), names);
            case EvalNode.Logic logic -> logic.terms().forEach(term -> collect(term, names));
            case EvalNode.Binary binary -> {
                collect(binary.left(), names);
                collect(binary.right(), names);
            }
            case EvalNode.Call call -> call.arguments().forEach(argument -> collect(argument, names));
        }
    }

    /** Checks a regular expression. */
    static Pattern regex(String regex, Span span) throws SplProblem {
        if (!RegexSize.small(regex)) {
            throw SplProblem.unsupported(span.start(), "the regular expression " + regex + " repeats what is repeated, until it is too large to be run");
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            boolean looksAround = regex.contains("(?=") || regex.contains("(?!") || regex.contains("(?<=") || regex.contains("(?<!") || regex.matches(".*\\\\[1-9].*");
            String message = "the regular expression " + regex + " cannot be used: " + e.getDescription();
            throw looksAround ? SplProblem.unsupported(span.start(), message + "; look-around and back-references take more than linear time")
                    : SplProblem.syntax(span.start(), message);
        }
    }

    static Scalar literal(Object value) {
        return new Scalar.Literal(Optional.of(value));
    }

    /** A column and nothing of the event. */
    static Scalar column(String name) {
        return new Scalar.Name(new FieldRef(name, List.of()));
    }
}
