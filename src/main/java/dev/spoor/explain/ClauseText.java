package dev.spoor.explain;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Clauses in plain words, and the texts that they look for. */
final class ClauseText {
    private static final int MOST = 20;

    private ClauseText() {}

    static String of(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> "is '" + text + "'" + cased(ignoreCase);
            case ValueTest.OneOf one -> "is one of " + listed(one.texts().stream().sorted().toList()) + cased(one.ignoreCase());
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> "is like '" + of(glob) + "'" + cased(ignoreCase);
            case ValueTest.Matches matches -> "matches /" + matches.regex() + "/" + (matches.whole() ? " as a whole" : "") + cased(matches.ignoreCase());
            case ValueTest.InRange range -> range.low().map(low -> (low.inclusive() ? ">= " : "> ") + low.value()).orElse("")
                    + (range.low().isPresent() && range.high().isPresent() ? " and " : "") + range.high().map(high -> (high.inclusive() ? "<= " : "< ") + high.value()).orElse("")
                    + " as " + range.domain().name().toLowerCase(Locale.ROOT);
            case ValueTest.InSubnet(String cidr) -> "is in " + cidr;
            case ValueTest.HasWords words -> "has " + words.mode().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of the words " + listed(words.words());
            case ValueTest.WordLike(Glob glob) -> "has a word like '" + of(glob) + "'";
            case ValueTest.AnyWord(ValueTest inner) -> "has a word that " + of(inner);
            case ValueTest.WordsNear near -> "has near each other the words " + listed(near.words());
            case ValueTest.Every(List<ValueTest> tests) -> tests.stream().map(ClauseText::of).collect(Collectors.joining(" and "));
            case ValueTest.Negated(ValueTest inner) -> "not: " + of(inner);
        };
    }

    private static String cased(boolean ignoreCase) {
        return ignoreCase ? " in any case" : "";
    }

    private static String listed(List<String> texts) {
        return texts.stream().limit(MOST).map(text -> "'" + text + "'").collect(Collectors.joining(", ")) + (texts.size() > MOST ? " and " + (texts.size() - MOST) + " more" : "");
    }

    static String of(Glob glob) {
        StringBuilder text = new StringBuilder();
        for (Glob.Piece piece : glob.pieces()) {
            text.append(switch (piece) {
                case Glob.Literal(String literal) -> literal;
                case Glob.Wildcard.ANY -> "*";
                case Glob.Wildcard.ONE -> "?";
            });
        }
        return text.toString();
    }

    static String of(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Literal(Optional<Object> value) -> value.map(one -> one instanceof String ? "'" + one + "'" : one.toString()).orElse("null");
            case Scalar.Name name -> name.field().name();
            case Scalar.Compare compare -> of(compare.left()) + " " + sign(compare.operator()) + " " + of(compare.right());
            case Scalar.AllOf(List<Scalar> terms) -> joined(terms, " and ");
            case Scalar.AnyOf(List<Scalar> terms) -> joined(terms, " or ");
            case Scalar.Negation(Scalar term) -> "not (" + of(term) + ")";
            case Scalar.Tested tested -> of(tested.value()) + " " + of(tested.test());
            case Scalar.Condition(Expression inner) -> of(inner);
            case Scalar.Call call -> call.function() + joined(call.arguments(), ", ");
        };
    }

    private static String joined(List<Scalar> terms, String between) {
        return terms.stream().map(ClauseText::of).collect(Collectors.joining(between, "(", ")"));
    }

    private static String sign(Scalar.Operator operator) {
        return switch (operator) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }

    static String of(Expression condition) {
        return switch (condition) {
            case Expression.Constant(boolean value) -> value ? "any event" : "no event";
            case Expression.And(List<Expression> terms) -> "all of " + terms.size() + " clauses";
            case Expression.Or(List<Expression> terms) -> "one of " + terms.size() + " clauses";
            case Expression.Not _ -> "not";
            case Expression.Test test -> test.field().name() + " " + of(test.test());
            case Expression.Exists exists -> exists.field().name() + " is there";
            case Expression.AnyField any -> "a field named like '" + of(any.paths()) + "' passes: " + (any.tests().isEmpty() ? "nothing" : of(any.tests().getFirst().test()));
            case Expression.AnyValue(ValueTest test) -> "a value " + of(test);
            case Expression.Nested(String path, Expression inner) -> "an element of " + path + " satisfies: " + of(inner);
            case Expression.Holds(Scalar scalar) -> of(scalar);
        };
    }

    /** The texts that a test looks for, as they may stand in a query. */
    static List<String> literals(ValueTest test) {
        List<String> found = new ArrayList<>();
        switch (test) {
            case ValueTest.Equal equal -> found.add(equal.text());
            case ValueTest.OneOf one -> one.texts().stream().sorted().forEach(found::add);
            case ValueTest.Like(Glob glob, boolean _) -> literals(glob, found);
            case ValueTest.Matches matches -> found.add(matches.regex());
            case ValueTest.InRange range -> {
                range.low().ifPresent(low -> found.add(low.value()));
                range.high().ifPresent(high -> found.add(high.value()));
            }
            case ValueTest.InSubnet subnet -> found.add(subnet.cidr());
            case ValueTest.HasWords words -> found.addAll(words.words());
            case ValueTest.WordLike(Glob glob) -> literals(glob, found);
            case ValueTest.AnyWord(ValueTest inner) -> found.addAll(literals(inner));
            case ValueTest.WordsNear near -> found.addAll(near.words());
            case ValueTest.Every(List<ValueTest> tests) -> tests.forEach(inner -> found.addAll(literals(inner)));
            case ValueTest.Negated(ValueTest inner) -> found.addAll(literals(inner));
        }
        return found;
    }

    private static void literals(Glob glob, List<String> into) {
        for (Glob.Piece piece : glob.pieces()) {
            if (piece instanceof Glob.Literal(String text)) {
                into.add(text);
            }
        }
    }
}
