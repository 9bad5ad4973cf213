package dev.spoor.query.lucene;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.lucene.LuceneToken.Kind;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a query into tokens. Errors are collected; the text that holds one still becomes a token. Used once, by one thread. */
final class LuceneLexer {
    private static final String ENDS_TERM = "!():^[]\"{}~/";
    private final String query;
    private final QueryErrors errors;
    private final List<LuceneToken> tokens = new ArrayList<>();
    private int at;

    LuceneLexer(String query, QueryErrors errors) {
        this.query = query;
        this.errors = errors;
    }

    /** All tokens, the last one being END. */
    List<LuceneToken> tokens() {
        skipBlanks();
        while (at < query.length()) {
            token(query.charAt(at));
            skipBlanks();
        }
        tokens.add(new LuceneToken.Sign(Kind.END, new Span(at, at)));
        return tokens;
    }

    private void token(char c) {
        boolean bare = at + 1 == query.length() || blank(query.charAt(at + 1));
        switch (c) {
            case '(' -> sign(Kind.OPEN, 1);
            case ')' -> sign(Kind.CLOSE, 1);
            case ':' -> sign(Kind.COLON, 1);
            case '"' -> quoted();
            case '/' -> regex();
            case '[', '{' -> range();
            case ']', '}' -> {
                errors.syntax(at, "This bracket closes no range; write a backslash before it if it belongs to a value.");
                sign(Kind.STRAY, 1);
            }
            case '~', '^' -> suffix(c);
            case '+', '-', '!' -> {
                if (bare) {
                    tokens.add(new LuceneToken.Term(new Glob.Builder().literal(c).build(), new Span(at, ++at)));
                } else {
                    sign(c == '+' ? Kind.PLUS : c == '-' ? Kind.MINUS : Kind.NOT, 1);
                }
            }
            default -> term();
        }
    }

    private void sign(Kind kind, int length) {
        tokens.add(new LuceneToken.Sign(kind, new Span(at, at + length)));
        at += length;
    }

    private void term() {
        int begin = at;
        Glob.Builder glob = new Glob.Builder();
        while (at < query.length() && !blank(query.charAt(at)) && ENDS_TERM.indexOf(query.charAt(at)) < 0) {
            switch (query.charAt(at)) {
                case '*' -> {
                    glob.any();
                    at++;
                }
                case '?' -> {
                    glob.one();
                    at++;
                }
                case '\\' -> glob.literal(escaped());
                default -> glob.literal(query.charAt(at++));
            }
        }
        Span span = new Span(begin, at);
        switch (query.substring(begin, at)) {
            case "AND", "&&" -> tokens.add(new LuceneToken.Sign(Kind.AND, span));
            case "OR", "||" -> tokens.add(new LuceneToken.Sign(Kind.OR, span));
            case "NOT" -> tokens.add(new LuceneToken.Sign(Kind.NOT, span));
            default -> tokens.add(new LuceneToken.Term(glob.build(), span));
        }
    }

    /** Takes a backslash and what it escapes. */
    private char escaped() {
        int begin = at++;
        if (at == query.length()) {
            errors.syntax(begin, "A backslash at the end escapes nothing; write \\\\ for the backslash itself.");
            return '\\';
        }
        if (query.charAt(at) == 'u') {
            String digits = query.substring(at + 1, Math.min(query.length(), at + 5));
            if (digits.length() == 4 && digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
                at += 5;
                return (char) Integer.parseInt(digits, 16);
            }
            errors.syntax(begin, "\\u needs four hexadecimal digits behind it; write \\\\ for the backslash itself.");
        }
        return query.charAt(at++);
    }

    private void quoted() {
        int begin = at;
        tokens.add(new LuceneToken.Quoted(quotedText(), new Span(begin, at)));
    }

    private String quotedText() {
        int begin = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != '"') {
            text.append(query.charAt(at) == '\\' ? escaped() : query.charAt(at++));
        }
        if (at == query.length()) {
            errors.syntax(begin, "This quote is never closed; put a \" behind the value, and write \\\" for a quote inside it.");
        } else {
            at++;
        }
        return text.toString();
    }

    private void regex() {
        int begin = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != '/') {
            if (query.charAt(at) == '\\' && at + 1 < query.length()) {
                text.append(query.charAt(at + 1) == '/' ? "" : "\\").append(query.charAt(at + 1));
                at += 2;
            } else {
                text.append(query.charAt(at++));
            }
        }
        if (at == query.length()) {
            errors.syntax(begin, "A slash begins a regular expression, and this one is never closed; write \\/ for the slash itself.");
        } else {
            at++;
        }
        tokens.add(new LuceneToken.Regex(text.toString(), new Span(begin, at)));
    }

    private void range() {
        int begin = at;
        boolean lowInclusive = query.charAt(at++) == '[';
        Optional<String> low = bound();
        skipBlanks();
        boolean to = query.startsWith("TO", at) && at + 2 < query.length() && blank(query.charAt(at + 2));
        at += to ? 2 : 0;
        Optional<String> high = bound();
        skipBlanks();
        boolean closed = at < query.length() && (query.charAt(at) == ']' || query.charAt(at) == '}');
        if (!to || !closed || low.isEmpty() || high.isEmpty()) {
            errors.syntax(begin, "A range looks like [1 TO 5] or {1 TO *}; write a backslash before the bracket if it belongs to a value.");
        }
        boolean highInclusive = closed && query.charAt(at++) == ']';
        tokens.add(new LuceneToken.Range(limit(low, lowInclusive), limit(high, highInclusive), new Span(begin, at)));
    }

    private static Optional<Limit> limit(Optional<String> bound, boolean inclusive) {
        return bound.filter(text -> !text.equals("*")).map(text -> new Limit(text, inclusive));
    }

    private Optional<String> bound() {
        skipBlanks();
        if (at < query.length() && query.charAt(at) == '"') {
            return Optional.of(quotedText());
        }
        StringBuilder text = new StringBuilder();
        while (at < query.length() && !blank(query.charAt(at)) && query.charAt(at) != ']' && query.charAt(at) != '}') {
            text.append(query.charAt(at) == '\\' ? escaped() : query.charAt(at++));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private void suffix(char sign) {
        int begin = at++;
        int digits = at;
        while (at < query.length() && (Character.isDigit(query.charAt(at)) || query.charAt(at) == '.')) {
            at++;
        }
        String number = query.substring(digits, at);
        boolean fine = number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?");
        if (!fine && (sign == '^' || !number.isEmpty())) {
            errors.syntax(begin, "Expected a number behind " + sign + "; write a backslash before it if it belongs to a value.");
        }
        tokens.add(new LuceneToken.Suffix(sign, fine ? Optional.of(Double.parseDouble(number)) : Optional.empty(), new Span(begin, at)));
    }

    private void skipBlanks() {
        while (at < query.length() && blank(query.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u3000';
    }
}
