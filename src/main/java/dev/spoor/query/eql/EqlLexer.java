package dev.spoor.query.eql;

import dev.spoor.query.eql.EqlToken.Kind;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. Errors are collected; the text that holds one still becomes a token, so that the parser can go on. Used once, by one thread. */
final class EqlLexer {
    private static final List<String> SIGNS = List.of("![", "==", "!=", "<=", ">=", "<", ">", "=", ":", "(", ")", "[", "]", ",", ".", "|", "+", "-", "*", "/", "%", "?");
    private final String query;
    private final QueryErrors errors;
    private final EqlStrings strings;
    private final List<EqlToken> tokens = new ArrayList<>();
    private int at;

    /**
     * @param errors where errors are added
     */
    EqlLexer(String query, QueryErrors errors) {
        this.query = query;
        this.errors = errors;
        this.strings = new EqlStrings(query, errors);
    }

    /** All tokens, the last one being END. */
    List<EqlToken> tokens() {
        skip();
        while (at < query.length() && !errors.stopped()) {
            token(query.charAt(at));
            skip();
        }
        tokens.add(new EqlToken(Kind.END, "", new Span(query.length(), query.length())));
        return tokens;
    }

    private void token(char c) {
        if (c == '"' || c == '\'' || c == '?' && at + 1 < query.length() && (query.charAt(at + 1) == '"' || query.charAt(at + 1) == '\'')) {
            string();
        } else if (c == '`') {
            name();
        } else if (digit(at) || c == '.' && digit(at + 1)) {
            number();
        } else if (letter(c) || c == '_' || c == '@') {
            word();
        } else {
            sign();
        }
    }

    private void string() {
        int begin = at;
        EqlStrings.Read read = strings.read(at);
        at = read.end();
        add(Kind.TEXT, read.text(), begin);
    }

    private void name() {
        int begin = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length() && (query.charAt(at) != '`' || query.startsWith("``", at))) {
            at += query.charAt(at) == '`' ? 1 : 0;
            text.append(query.charAt(at++));
        }
        if (at == query.length()) {
            errors.syntax(begin, "This back quote is never closed; put a ` behind the field's name.");
        } else {
            at++;
            if (text.isEmpty()) {
                errors.syntax(begin, "A field has a name; there is nothing between these back quotes.");
            }
        }
        add(Kind.NAME, text.toString(), begin);
    }

    private void number() {
        int begin = at;
        digits();
        boolean decimal = at < query.length() && query.charAt(at) == '.';
        if (decimal) {
            at++;
            digits();
        }
        int exponent = at < query.length() && (query.charAt(at) == 'e' || query.charAt(at) == 'E') ? at + 1 : -1;
        if (exponent > 0) {
            int sign = exponent < query.length() && (query.charAt(exponent) == '+' || query.charAt(exponent) == '-') ? 1 : 0;
            if (digit(exponent + sign)) {
                at = exponent + sign;
                digits();
                decimal = true;
            }
        }
        add(decimal ? Kind.DECIMAL : Kind.INTEGER, query.substring(begin, at), begin);
    }

    private void digits() {
        while (digit(at)) {
            at++;
        }
    }

    private void word() {
        int begin = at++;
        while (at < query.length() && (letter(query.charAt(at)) || digit(at) || query.charAt(at) == '_')) {
            at++;
        }
        String text = query.substring(begin, at);
        boolean tilde = at < query.length() && query.charAt(at) == '~';
        at += tilde ? 1 : 0;
        add(tilde ? Kind.TILDE_WORD : Kind.WORD, text, begin);
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (query.startsWith(sign, at)) {
                at += sign.length();
                add(Kind.SIGN, sign, at - sign.length());
                return;
            }
        }
        int character = query.codePointAt(at);
        String hint = character > 127 && Character.isLetter(character) ? " A field name with other letters than a to z is written in back quotes, a value in double quotes." : "";
        errors.syntax(at, "The character \"" + Character.toString(character) + "\" means nothing here." + hint);
        at += Character.charCount(character);
    }

    private void add(Kind kind, String text, int begin) {
        tokens.add(new EqlToken(kind, text, new Span(begin, at)));
    }

    private void skip() {
        while (at < query.length()) {
            if (query.startsWith("//", at)) {
                int end = query.indexOf('\n', at);
                at = end < 0 ? query.length() : end;
            } else if (query.startsWith("/*", at)) {
                comment();
            } else if (" \t\r\n".indexOf(query.charAt(at)) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Skips a comment, which may hold others. */
    private void comment() {
        int begin = at;
        int depth = 0;
        do {
            if (query.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (query.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < query.length());
        at = Math.min(at, query.length());
        if (depth > 0) {
            errors.syntax(begin, "This comment is never closed; put a */ behind it.");
        }
    }

    private boolean digit(int index) {
        return index < query.length() && query.charAt(index) >= '0' && query.charAt(index) <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
