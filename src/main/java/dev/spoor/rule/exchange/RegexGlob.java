package dev.spoor.rule.exchange;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Patterns with {@code *} and {@code ?} as regular expressions, and back: {@code ^(?is)} at the beginning, {@code .*} and {@code .}, characters that mean something else behind a
 * backslash, several patterns in {@code (?:…|…)}, {@code $} at the end.
 */
final class RegexGlob {
    private static final String SPECIAL = "\\.[]{}()<>*+-=!?^$|#&\"~@/";

    private RegexGlob() {}

    /** What was read: whole texts, or one pattern. */
    record Found(List<String> patterns, boolean plain, boolean ignoreCase) {
        Entry entry(String field, boolean ignoring) {
            boolean fold = ignoreCase || ignoring;
            if (!plain) {
                return new Entry(field, Operator.MATCHES, false, List.of(patterns.getFirst()), fold);
            }
            return new Entry(field, patterns.size() == 1 ? Operator.IS : Operator.IS_ONE_OF, false, patterns, fold);
        }
    }

    /** A text taken at its word. */
    static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        text.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                regex.append('\\');
            }
            regex.append((char) c);
        });
        return regex.toString();
    }

    /** A pattern of an entry. */
    static String pattern(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0) {
                regex.append(literal(String.valueOf(pattern.charAt(++i))));
            } else if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(literal(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /**
     * Reads what {@link #literal} and {@link #pattern} write.
     *
     * @param whole whether the expression is matched against the whole text anyway
     */
    static Optional<Found> read(String regex, boolean whole) {
        String rest = regex;
        boolean fold = false;
        boolean dots = whole;
        if (rest.startsWith("(?is)") || rest.startsWith("(?s)")) {
            fold = rest.startsWith("(?is)");
            dots = true;
            rest = rest.substring(rest.indexOf(')') + 1);
        }
        boolean begins = whole || rest.startsWith("^");
        boolean ends = whole || rest.endsWith("$") && !rest.endsWith("\\$");
        if (!begins || !ends || !dots) {
            return Optional.empty();
        }
        rest = rest.substring(rest.startsWith("^") ? 1 : 0, rest.length() - (rest.endsWith("$") && !rest.endsWith("\\$") ? 1 : 0));
        boolean group = rest.startsWith("(?:") && rest.endsWith(")") && !rest.endsWith("\\)");
        return parts(group ? rest.substring(3, rest.length() - 1) : rest, fold);
    }

    private static Optional<Found> parts(String regex, boolean fold) {
        List<String> patterns = new ArrayList<>();
        boolean wild = false;
        StringBuilder glob = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length() && SPECIAL.indexOf(regex.charAt(i + 1)) >= 0) {
                char taken = regex.charAt(++i);
                glob.append("*?\\".indexOf(taken) >= 0 ? "\\" + taken : String.valueOf(taken));
                text.append(taken);
            } else if (c == '.') {
                boolean any = i + 1 < regex.length() && regex.charAt(i + 1) == '*';
                i += any ? 1 : 0;
                glob.append(any ? '*' : '?');
                wild = true;
            } else if (c == '|') {
                patterns.add(text.toString());
                text.setLength(0);
                glob.append(c);
            } else if (SPECIAL.indexOf(c) >= 0 && "-=!<>#&\"~@/".indexOf(c) < 0) {
                return Optional.empty();
            } else {
                glob.append(c);
                text.append(c);
            }
        }
        patterns.add(text.toString());
        if (wild) {
            return patterns.size() > 1 ? Optional.empty() : Optional.of(new Found(List.of(glob.toString()), false, fold));
        }
        return Optional.of(new Found(patterns, true, fold));
    }
}
