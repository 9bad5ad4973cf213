package dev.spoor.query.parse;

import dev.spoor.query.expr.RegexSize;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression of Lucene, written anew for RE2. Lucene's match the whole value; {@code ^} and {@code $} are characters; {@code "..."} is literal text;
 * {@code @} is any text; {@code \d \s \w} and their opposites are classes. Its complements {@code ~}, intersections {@code &}, number intervals
 * {@code <1-9>} and the empty language {@code #} have no linear-time counterpart and are refused.
 *
 * @param re2     the expression in RE2's syntax; empty if there is a problem
 * @param problem what is wrong, as a sentence; empty if nothing is
 */
public record LuceneRegex(String re2, String problem) {
    private static final String PLAIN = ".?+*|()";

    /** Translates an expression. */
    public static LuceneRegex of(String lucene) {
        return new Translation(lucene).translate();
    }

    /** Whether it can be used. */
    public boolean fine() {
        return problem.isEmpty();
    }

    private static final class Translation {
        private final String text;
        private final StringBuilder out = new StringBuilder();
        private String problem = "";
        private int at;

        Translation(String text) {
            this.text = text;
        }

        LuceneRegex translate() {
            while (at < text.length() && problem.isEmpty()) {
                next(text.charAt(at));
            }
            return problem.isEmpty() ? checked() : new LuceneRegex("", problem);
        }

        private LuceneRegex checked() {
            if (!RegexSize.small(out.toString())) {
                return new LuceneRegex("", "The regular expression repeats what is repeated, until it is too large to be run.");
            }
            try {
                Pattern.compile(out.toString(), Pattern.DOTALL);
                return new LuceneRegex(out.toString(), "");
            } catch (PatternSyntaxException e) {
                return new LuceneRegex("", "The regular expression cannot be read: " + e.getDescription() + ".");
            }
        }

        private void next(char c) {
            switch (c) {
                case '\\' -> escape();
                case '"' -> quoted();
                case '[' -> characters();
                case '{' -> repeat();
                case '@' -> plain(".*");
                case '#', '&', '~', '<', '>' ->
                        problem = "The operator " + c + " of Lucene's regular expressions is not supported; write a backslash before it if it is a character.";
                default -> plain(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : Pattern.quote(String.valueOf(c)));
            }
        }

        private void plain(String regex) {
            out.append(regex);
            at++;
        }

        private void escape() {
            if (at + 1 == text.length()) {
                problem = "The regular expression ends in a backslash.";
                return;
            }
            char c = text.charAt(at + 1);
            out.append("dDsSwW".indexOf(c) >= 0 ? "\\" + c : Pattern.quote(String.valueOf(c)));
            at += 2;
        }

        private void quoted() {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                problem = "The quote in the regular expression is never closed.";
                return;
            }
            out.append("(?:").append(Pattern.quote(text.substring(at + 1, end))).append(')');
            at = end + 1;
        }

        private void repeat() {
            int end = text.indexOf('}', at);
            String inside = end < 0 ? "" : text.substring(at + 1, end);
            if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
                problem = "A { in a regular expression is a repetition like {2,3}; write a backslash before it if it is a character.";
                return;
            }
            out.append('{').append(inside).append('}');
            at = end + 1;
        }

        private void characters() {
            out.append('[');
            at++;
            if (at < text.length() && text.charAt(at) == '^') {
                plain("^");
            }
            while (at < text.length() && text.charAt(at) != ']') {
                char c = text.charAt(at);
                boolean escaped = c == '\\' && at + 1 < text.length();
                if (escaped) {
                    c = text.charAt(++at);
                }
                boolean named = escaped && "dDsSwW".indexOf(c) >= 0;
                out.append(named || "[]\\^&-".indexOf(c) >= 0 && (escaped || c != '-') ? "\\" : "").append(c);
                at++;
            }
            if (at == text.length()) {
                problem = "The [ in the regular expression is never closed.";
                return;
            }
            plain("]");
        }
    }
}
