package dev.spoor.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a STIX pattern that only asks for equality. Each part that stands between ORs is a set of values that belong together. One object reads one text. */
final class StixPattern {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 20;
    private static final int MOST = 10_000;
    private final String text;
    private int at;

    /** An object path and the text that it must be. */
    record Equal(String path, String text) {}

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private StixPattern(String text) {
        this.text = text;
    }

    /** The alternatives; empty if the pattern asks for something else than equality, or cannot be read. */
    static Optional<List<List<Equal>>> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            StixPattern reader = new StixPattern(text);
            List<List<Equal>> all = reader.pattern(0);
            reader.blanks();
            return reader.at == text.length() ? Optional.of(all) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty(); // the caller says which indicator it was
        }
    }

    private List<List<Equal>> pattern(int depth) throws Unreadable {
        List<List<Equal>> all = new ArrayList<>(observation(depth));
        while (word("OR")) {
            all.addAll(observation(depth));
        }
        return limited(all);
    }

    private List<List<Equal>> observation(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        boolean group = symbol('(');
        if (!group) {
            expect('[');
        }
        List<List<Equal>> inner = group ? pattern(depth + 1) : comparisons(depth + 1);
        expect(group ? ')' : ']');
        return inner;
    }

    private List<List<Equal>> comparisons(int depth) throws Unreadable {
        List<List<Equal>> all = new ArrayList<>(conjunction(depth));
        while (word("OR")) {
            all.addAll(conjunction(depth));
        }
        return limited(all);
    }

    private List<List<Equal>> conjunction(int depth) throws Unreadable {
        List<List<Equal>> all = comparison(depth);
        while (word("AND")) {
            List<List<Equal>> both = new ArrayList<>();
            for (List<Equal> right : comparison(depth)) {
                for (List<Equal> left : all) {
                    List<Equal> joined = new ArrayList<>(left);
                    joined.addAll(right);
                    both.add(joined);
                }
            }
            all = limited(both);
        }
        return all;
    }

    private static List<List<Equal>> limited(List<List<Equal>> all) throws Unreadable {
        if (all.size() > MOST) {
            throw new Unreadable();
        }
        return all;
    }

    private List<List<Equal>> comparison(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        if (symbol('(')) {
            List<List<Equal>> inner = comparisons(depth + 1);
            expect(')');
            return inner;
        }
        String path = path();
        List<List<Equal>> all = new ArrayList<>();
        if (word("IN")) {
            expect('(');
            do {
                all.add(List.of(new Equal(path, quoted())));
            } while (symbol(','));
            expect(')');
        } else {
            expect('=');
            all.add(List.of(new Equal(path, quoted())));
        }
        return all;
    }

    /** A path without the quotes of its parts: {@code file:hashes.SHA-256}. */
    private String path() throws Unreadable {
        blanks();
        StringBuilder path = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'') {
                path.append(quoted());
            } else if (Character.isLetterOrDigit(c) || c == ':' || c == '.' || c == '-' || c == '_') {
                path.append(c);
                at++;
            } else {
                break;
            }
        }
        if (path.indexOf(":") < 1) {
            throw new Unreadable();
        }
        return path.toString();
    }

    private String quoted() throws Unreadable {
        blanks();
        if (at >= text.length() || text.charAt(at++) != '\'') {
            throw new Unreadable();
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return out.toString();
            }
            out.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
        throw new Unreadable();
    }

    private boolean word(String word) {
        blanks();
        int end = at + word.length();
        boolean found = end < text.length() && text.substring(at, end).toUpperCase(Locale.ROOT).equals(word) && !Character.isLetterOrDigit(text.charAt(end));
        at = found ? end : at;
        return found;
    }

    private boolean symbol(char wanted) {
        blanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) throws Unreadable {
        if (!symbol(wanted)) {
            throw new Unreadable();
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
