package dev.spoor.query.kql;

import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.kql.KqlToken.Kind;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a query into tokens. Errors are collected; the text that holds one still becomes a token, so that the parser can go on. Used once, by one thread. */
final class KqlLexer {
    private static final String SPECIAL = "\\():<>\"*{}";
    private final String query;
    private final QueryErrors errors;
    private final List<KqlToken> tokens = new ArrayList<>();
    private int at;

    /**
     * @param errors where errors are added
     */
    KqlLexer(String query, QueryErrors errors) {
        this.query = query;
        this.errors = errors;
    }

    /** All tokens, the last one being END. */
    List<KqlToken> tokens() {
        while (true) {
            at = behindBlanks(at);
            if (at == query.length()) {
                tokens.add(new KqlToken(Kind.END, new Glob(List.of()), new Span(at, at)));
                return tokens;
            }
            token();
        }
    }

    private void token() {
        char c = query.charAt(at);
        boolean equals = at + 1 < query.length() && query.charAt(at + 1) == '=';
        switch (c) {
            case '(' -> sign(Kind.OPEN, 1);
            case ')' -> sign(Kind.CLOSE, 1);
            case '{' -> sign(Kind.OPEN_BRACE, 1);
            case '}' -> sign(Kind.CLOSE_BRACE, 1);
            case ':' -> sign(Kind.COLON, 1);
            case '<' -> sign(equals ? Kind.LESS_OR_EQUAL : Kind.LESS, equals ? 2 : 1);
            case '>' -> sign(equals ? Kind.GREATER_OR_EQUAL : Kind.GREATER, equals ? 2 : 1);
            case '"' -> quoted();
            default -> word();
        }
    }

    private void sign(Kind kind, int length) {
        tokens.add(new KqlToken(kind, new Glob(List.of()), new Span(at, at + length)));
        at += length;
    }

    private void word() {
        Optional<Kind> operator = operator(at);
        if (operator.isPresent()) {
            sign(operator.get(), operator.get() == Kind.OR ? 2 : 3);
        } else {
            unquoted();
        }
    }

    private void quoted() {
        int begin = at++;
        Glob.Builder text = new Glob.Builder();
        while (at < query.length() && query.charAt(at) != '"') {
            if (query.charAt(at) != '\\' || !quotedEscape(text)) {
                text.literal(query.charAt(at++));
            }
        }
        if (at == query.length()) {
            errors.syntax(begin, "This quote is never closed; put a \" behind the value, and write \\\" for a quote inside it.");
        } else {
            at++;
        }
        tokens.add(new KqlToken(Kind.QUOTED, text.build(), new Span(begin, at)));
    }

    private boolean quotedEscape(Glob.Builder text) {
        char next = at + 1 < query.length() ? query.charAt(at + 1) : ' ';
        if (next == '"' || next == '\\') {
            text.literal(next);
            at += 2;
            return true;
        }
        return characterEscape(text);
    }

    private void unquoted() {
        int begin = at;
        int end = at;
        Glob.Builder text = new Glob.Builder();
        while (at < query.length()) {
            char c = query.charAt(at);
            if (c == '*') {
                text.any();
                at++;
            } else if (c == '\\') {
                escape(text);
            } else if (SPECIAL.indexOf(c) >= 0) {
                break;
            } else if (blank(c)) {
                int next = behindBlanks(at);
                if (ends(next)) {
                    break;
                }
                text.literal(query.substring(at, next));
                at = next;
            } else {
                text.literal(c);
                at++;
            }
            end = at;
        }
        tokens.add(new KqlToken(Kind.TEXT, text.build(), new Span(begin, end)));
    }

    private boolean ends(int next) {
        if (next == query.length() || operator(next).isPresent()) {
            return true;
        }
        char c = query.charAt(next);
        return c != '*' && c != '\\' && SPECIAL.indexOf(c) >= 0;
    }

    private void escape(Glob.Builder text) {
        char next = at + 1 < query.length() ? query.charAt(at + 1) : ' ';
        if (SPECIAL.indexOf(next) >= 0) {
            text.literal(next);
            at += 2;
            return;
        }
        Optional<String> word = operatorWord(at + 1);
        boolean whole = operator(at + 1).isPresent();
        if (!whole && characterEscape(text)) {
            return;
        }
        if (word.isPresent()) {
            text.literal(word.get());
            at += 1 + word.get().length();
        } else {
            errors.syntax(at,
                    "A backslash must be followed by one of \\ ( ) : < > \" * { }, by and, or, not, t, r, n or by u and four hexadecimal digits; write \\\\ for the backslash "
                            + "itself, or put the value in quotes.");
            text.literal('\\');
            at++;
        }
    }

    /** Reads the escapes that quoted and unquoted texts share: blanks and code units. */
    private boolean characterEscape(Glob.Builder text) {
        char next = at + 1 < query.length() ? query.charAt(at + 1) : ' ';
        String blank = next == 't' ? "\t" : next == 'r' ? "\r" : next == 'n' ? "\n" : "";
        if (!blank.isEmpty()) {
            text.literal(blank);
            at += 2;
            return true;
        }
        if (next != 'u' || at + 6 > query.length()) {
            return false;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = query.charAt(i) < 128 ? Character.digit(query.charAt(i), 16) : -1;
            if (digit < 0) {
                return false;
            }
            unit = unit * 16 + digit;
        }
        text.literal((char) unit);
        at += 6;
        return true;
    }

    /** The operator that stands at a place, where a word can begin. */
    private Optional<Kind> operator(int place) {
        Optional<String> word = operatorWord(place);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        int next = place + word.get().length();
        boolean ended = next == query.length() || blank(query.charAt(next)) || "(){}\"".indexOf(query.charAt(next)) >= 0;
        int behind = behindBlanks(next);
        boolean name = behind < query.length() && ":<>".indexOf(query.charAt(behind)) >= 0;
        if (!ended || name) {
            return Optional.empty();
        }
        return Optional.of(word.get().length() == 2 ? Kind.OR : word.get().equalsIgnoreCase("and") ? Kind.AND : Kind.NOT);
    }

    private Optional<String> operatorWord(int place) {
        for (String word : List.of("or", "and", "not")) {
            if (query.regionMatches(true, place, word, 0, word.length())) {
                return Optional.of(query.substring(place, place + word.length()));
            }
        }
        return Optional.empty();
    }

    private int behindBlanks(int place) {
        int next = place;
        while (next < query.length() && blank(query.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00A0' || c == '\u3000';
    }
}
