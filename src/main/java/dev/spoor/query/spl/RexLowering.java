package dev.spoor.query.spl;

import com.google.re2j.Pattern;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns {@code rex} and {@code regex} into stages. */
final class RexLowering {
    private final Scope scope;
    private final List<Stage> stages;

    RexLowering(Scope scope, List<Stage> stages) {
        this.scope = scope;
        this.stages = stages;
    }

    void rex(Command.Rex rex) throws SplProblem {
        String field = rex.field().text();
        if (rex.sed()) {
            sed(field, rex);
            return;
        }
        Pattern pattern = EvalLowering.regex(rex.expression(), rex.span());
        List<String> groups = pattern.namedGroups().entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
        if (groups.isEmpty()) {
            throw SplProblem.semantic(rex.span().start(), "the regular expression of rex has no named group (?<name>...)");
        }
        stages.add(new Stage.Extract(scope.value(field), rex.expression(), groups, rex.maxMatches(), rex.offsets()));
        groups.forEach(scope::mayHave);
        rex.offsets().ifPresent(scope::mayHave);
    }

    /** {@code s/regex/replacement/flags}; any character may stand for the slash. */
    private void sed(String field, Command.Rex rex) throws SplProblem {
        String text = rex.expression();
        if (text.startsWith("y")) {
            exchange(field, rex);
            return;
        }
        int middle = text.length() > 2 && text.charAt(0) == 's' ? next(text, 2) : -1;
        int last = middle < 0 ? -1 : next(text, middle + 1);
        if (last < 0) {
            throw SplProblem.syntax(rex.span().start(), "expected s/regular expression/replacement/flags, found " + text);
        }
        String flags = text.substring(last + 1).strip();
        if (!flags.isEmpty() && !flags.equals("g")) {
            throw SplProblem.unsupported(rex.span().start(), "the flags '" + flags + "' of rex mode=sed are not there yet");
        }
        String regex = text.substring(2, middle);
        EvalLowering.regex(regex, rex.span());
        stages.add(new Stage.Replace(field, scope.value(field), regex, text.substring(middle + 1, last), flags.equals("g")));
        scope.mayHave(field);
    }

    /** {@code y/abc/xyz/}: each of the first characters becomes the one at the same place of the second. */
    private void exchange(String field, Command.Rex rex) throws SplProblem {
        String text = rex.expression();
        int middle = text.length() > 2 ? next(text, 2) : -1;
        int last = middle < 0 ? -1 : next(text, middle + 1);
        if (last < 0 || !text.substring(last + 1).isBlank()) {
            throw SplProblem.syntax(rex.span().start(), "expected y/characters/characters/, found " + text);
        }
        String from = unescaped(text.substring(2, middle));
        String to = unescaped(text.substring(middle + 1, last));
        if (from.codePointCount(0, from.length()) != to.codePointCount(0, to.length())) {
            throw SplProblem.semantic(rex.span().start(), "both sides of y/// must have as many characters, found " + text);
        }
        stages.add(new Stage.Extend(List.of(new Assignment(field, new Scalar.Call("spl.exchange", List.of(scope.value(field), EvalLowering.literal(from), EvalLowering.literal(to)),
                Span.NONE)))));
        scope.mayHave(field);
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static int next(String text, int from) {
        char slash = text.charAt(1);
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == slash) {
                return i;
            }
        }
        return -1;
    }

    void regex(Command.Regex regex, Consumer<Scalar> where) throws SplProblem {
        EvalLowering.regex(regex.expression(), regex.span());
        String name = regex.field().text();
        Scalar condition;
        if (scope.ofEvent(name) && scope.field(name).simple().isPresent()) {
            Expression test = new Expression.Test(scope.field(name).own(), new ValueTest.Matches(regex.expression(), false, false, false));
            condition = new Scalar.Condition(regex.negated() ? new Expression.Not(test) : test);
        } else {
            Scalar match = new Scalar.Call("spl.match", List.of(scope.value(name), new Scalar.Literal(Optional.of(regex.expression()))), Span.NONE);
            Scalar known = new Scalar.Call("spl.coalesce", List.of(match, new Scalar.Literal(Optional.of(Boolean.FALSE))), Span.NONE);
            condition = regex.negated() ? new Scalar.Negation(known) : known;
        }
        where.accept(condition);
    }
}
