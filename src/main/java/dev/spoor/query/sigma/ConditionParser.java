package dev.spoor.query.sigma;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.Suggestions;
import dev.spoor.query.text.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A condition: which detections must hold. {@code or} binds loosest, then {@code and}, {@code not}, {@code of}. Used once.
 */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()|])|([\\pL\\pN_.*?-]+)|(\\S))");
    private final YamlNode.Text text;
    private final Map<String, Expression> detections;
    private final Set<String> used;
    private final Problems problems;
    private final int depthLimit;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private record Token(String text, int offset) {
        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    /** Thrown to leave the parser; the problem is told already. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    /**
     * @param used receives the names of the detections that the condition asks for
     */
    ConditionParser(YamlNode.Text text, Map<String, Expression> detections, Set<String> used, Problems problems, int depthLimit) {
        this.text = text;
        this.detections = detections;
        this.used = used;
        this.problems = problems;
        this.depthLimit = depthLimit;
        Matcher matcher = TOKEN.matcher(text.text());
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
            tokens.add(new Token(matcher.group(group), matcher.start(group)));
        }
        tokens.add(new Token("", text.text().length()));
    }

    Expression parse() {
        try {
            Expression all = or();
            if (next().is("|")) {
                throw stop(Kind.UNSUPPORTED, "Aggregations behind | were taken out of Sigma in 2022 and are not supported; write a correlation rule.");
            }
            if (!next().text.isEmpty()) {
                throw stop(Kind.SYNTAX, "Expected and, or, or the end of the condition, found " + next().text + ".");
            }
            return all;
        } catch (Stop told) {
            return Expression.FALSE;
        }
    }

    private Expression or() throws Stop {
        List<Expression> terms = new ArrayList<>(List.of(and()));
        while (take("or")) {
            terms.add(and());
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms);
    }

    private Expression and() throws Stop {
        List<Expression> terms = new ArrayList<>(List.of(not()));
        while (take("and")) {
            terms.add(not());
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.And(terms);
    }

    private Expression not() throws Stop {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        Expression term = term();
        return negated ? Expression.not(term) : term;
    }

    private Expression term() throws Stop {
        Token token = next();
        if (take("(")) {
            if (++depth > depthLimit) {
                throw stop(Kind.LIMIT, "Brackets are nested deeper than " + depthLimit + " levels.");
            }
            Expression inner = or();
            if (!take(")")) {
                throw stop(Kind.SYNTAX, "Expected ) or and or or, found " + shown(next()) + ".");
            }
            depth--;
            return inner;
        }
        if (tokens.size() > at + 1 && tokens.get(at + 1).is("of")) {
            return some(token);
        }
        if (token.text.isEmpty() || ")|".contains(token.text) || token.is("and") || token.is("or") || token.is("of")) {
            throw stop(Kind.SYNTAX, "Expected the name of a detection, not, ( or 1 of, found " + shown(token) + ".");
        }
        Expression named = detections.get(token.text);
        if (named == null) {
            throw stop(Kind.SEMANTIC, "There is no detection \"" + token.text + "\"." + Suggestions.question(token.text, detections.keySet()));
        }
        used.add(token.text);
        at++;
        return named;
    }

    private Expression some(Token quantifier) throws Stop {
        boolean all = quantifier.is("all");
        if (!all && !quantifier.is("1") && !quantifier.is("any")) {
            throw stop(Kind.SYNTAX, "Expected 1 of, any of or all of, found " + quantifier.text + " of.");
        }
        at += 2;
        Token pattern = next();
        List<Expression> chosen = new ArrayList<>();
        for (Map.Entry<String, Expression> detection : detections.entrySet()) {
            if (pattern.is("them") ? !detection.getKey().startsWith("_") : matches(pattern.text, detection.getKey())) {
                chosen.add(detection.getValue());
                used.add(detection.getKey());
            }
        }
        if (chosen.isEmpty()) {
            throw stop(pattern.text.isEmpty() ? Kind.SYNTAX : Kind.SEMANTIC, pattern.text.isEmpty() ? "Expected them or a pattern behind of, found the end of the condition."
                    : "No detection has a name like \"" + pattern.text + "\".");
        }
        at++;
        return chosen.size() == 1 ? chosen.getFirst() : all ? new Expression.And(chosen) : new Expression.Or(chosen);
    }

    /** A {@code *} in a pattern of names is any text. */
    private static boolean matches(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (parts.length == 1 || !name.startsWith(first) || name.length() < first.length() + last.length()) {
            return parts.length == 1 && pattern.equals(name);
        }
        int at = first.length();
        for (int i = 1; i < parts.length - 1 && at >= 0; i++) {
            int found = name.indexOf(parts[i], at);
            at = found < 0 ? -1 : found + parts[i].length();
        }
        return at >= 0 && at <= name.length() - last.length() && name.endsWith(last);
    }

    private Token next() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private boolean take(String word) {
        if (next().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private static String shown(Token token) {
        return token.text.isEmpty() ? "the end of the condition" : token.text.toLowerCase(Locale.ROOT);
    }

    private Stop stop(Kind kind, String message) {
        boolean oneLine = text.text().indexOf('\n') < 0;
        problems.add(kind, text.line(), oneLine ? text.column() + next().offset + (text.plain() ? 0 : 1) : text.column(), message);
        return new Stop();
    }
}
