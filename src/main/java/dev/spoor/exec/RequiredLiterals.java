package dev.spoor.exec;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds texts one of which everything that a regular expression matches must contain, so that the slow matcher is asked about few values only. It reads the pattern from left to right as
 * alternatives of sequences of characters, classes and groups, keeps the runs of plain ASCII characters and forgets the rest; in doubt it finds nothing.
 */
final class RequiredLiterals {
    /** Shorter literals are everywhere. */
    private static final int MIN_LENGTH = 3;
    private static final int MOST = 64;
    private static final int DEEPEST = 50;
    private static final int MOST_LENGTH = 20_000;
    private final String regex;
    private final Need need;
    private int at;
    private boolean lost;

    /**
     * What a part of a pattern needs.
     *
     * @param any     one of these
     * @param ordered all of these, one behind the other
     * @param length  so many characters at least
     */
    private record Need(List<String> any, List<String> ordered, int length) {
        static final Need NOTHING = new Need(List.of(), List.of(), 0);
    }

    private RequiredLiterals(String regex) {
        this.regex = regex;
        Need found = alternatives(0);
        need = !lost && at == regex.length() ? found : Need.NOTHING;
    }

    /** What a regular expression needs. */
    static RequiredLiterals of(String regex) {
        return new RequiredLiterals(regex);
    }

    /** Texts one of which is needed, folded to lower case, as long as possible and few rather than many; empty where none are known. */
    List<String> any() {
        return need.any.stream().map(CaseFolding::fold).distinct().toList();
    }

    /** Characters that a text needs at least. */
    int length() {
        return need.length;
    }

    /** Whether a text is long enough and has all literals that are known to stand one behind the other; their case does not count. */
    boolean maybeIn(String text) {
        if (text.length() < need.length) {
            return false;
        }
        String folded = need.ordered.size() < 2 ? "" : CaseFolding.fold(text);
        int from = 0;
        for (int i = 0; i < need.ordered.size() && need.ordered.size() > 1; i++) {
            int found = folded.indexOf(need.ordered.get(i), from);
            if (found < 0) {
                return false;
            }
            from = found + need.ordered.get(i).length();
        }
        return true;
    }

    /** What one of some alternatives needs; up to the end or a closing parenthesis. */
    private Need alternatives(int depth) {
        lost |= depth >= DEEPEST;
        Need first = lost ? Need.NOTHING : sequence(depth);
        if (lost || at == regex.length() || regex.charAt(at) != '|') {
            return first;
        }
        List<String> all = new ArrayList<>(first.any);
        boolean known = !first.any.isEmpty();
        int length = first.length;
        while (!lost && take('|')) {
            Need one = sequence(depth);
            known &= !one.any.isEmpty();
            all.addAll(one.any);
            length = Math.min(length, one.length);
        }
        return new Need(known && all.size() <= MOST ? all : List.of(), List.of(), length);
    }

    private Need sequence(int depth) {
        List<String> best = List.of();
        List<String> ordered = new ArrayList<>();
        int length = 0;
        StringBuilder run = new StringBuilder();
        while (!lost && at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            Need group = Need.NOTHING;
            int one = c == '\\' && at < regex.length() && "bBAzQ".indexOf(regex.charAt(at)) >= 0 || "^$*+?{".indexOf(c) >= 0 ? 0 : 1;
            char plain = c == '\\' ? escaped() : plain(c);
            if (plain != 0 && !optional()) {
                run.append(plain);
                length++;
                continue;
            }
            if (c == '(') {
                group = group(depth);
                one = group.length;
            } else if (c == '[') {
                skipClass();
            }
            best = better(better(best, run), optional() ? List.of() : group.any);
            end(run, ordered);
            length += Math.min(MOST_LENGTH, one) * times();
            skipCount();
            length = Math.min(MOST_LENGTH, length);
        }
        best = better(best, run);
        end(run, ordered);
        return new Need(best, ordered, length);
    }

    private static void end(StringBuilder run, List<String> ordered) {
        if (run.length() > 1) {
            ordered.add(CaseFolding.fold(run.toString()));
        }
        run.setLength(0);
    }

    /** How often what was just read stands there at least. */
    private int times() {
        if (!optional()) {
            return 1;
        }
        if (regex.charAt(at) != '{') {
            return 0;
        }
        int times = 0;
        for (int i = at + 1; i < regex.length() && regex.charAt(i) >= '0' && regex.charAt(i) <= '9'; i++) {
            times = Math.min(MOST_LENGTH, times * 10 + regex.charAt(i) - '0');
        }
        return times;
    }

    /** A character that stands for itself, or 0. */
    private static char plain(char c) {
        return c >= 0x80 || ".^$*+?{}[]()|".indexOf(c) >= 0 ? 0 : c;
    }

    /** The character that an escape stands for, 0 for a class or an assertion. Letters that take more characters with them are not understood. */
    private char escaped() {
        char c = at < regex.length() ? regex.charAt(at++) : 'Q';
        boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        lost |= letterOrDigit && "dDsSwWbBAzntrfv".indexOf(c) < 0;
        return letterOrDigit || c >= 0x80 ? 0 : c;
    }

    /** Whether what was just read may be missing. */
    private boolean optional() {
        return at < regex.length() && "*?{".indexOf(regex.charAt(at)) >= 0;
    }

    /** Skips the number of repetitions behind a character, a class or a group. */
    private void skipCount() {
        while (at < regex.length() && "*?+{".indexOf(regex.charAt(at)) >= 0) {
            at = regex.charAt(at) == '{' ? behindCount(at + 1) : at + 1;
        }
    }

    private int behindCount(int from) {
        int end = from;
        while (end < regex.length() && (regex.charAt(end) == ',' || regex.charAt(end) >= '0' && regex.charAt(end) <= '9')) {
            end++;
        }
        lost |= end == regex.length() || regex.charAt(end) != '}';
        return Math.min(regex.length(), end + 1);
    }

    private Need group(int depth) {
        if (take('?') && !opened()) {
            return Need.NOTHING;
        }
        Need inside = alternatives(depth + 1);
        lost |= !take(')');
        return inside;
    }

    /** Reads what stands behind {@code (?}; false where the group is only flags. */
    private boolean opened() {
        boolean named = regex.startsWith("P<", at) || regex.startsWith("<", at);
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == (named ? '>' : ':')) {
                return true;
            }
            if (c == ')') {
                return false;
            }
            lost |= !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || named || c == '-');
        }
        lost = true;
        return false;
    }

    private void skipClass() {
        take('^');
        boolean first = true;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == ']' && !first) {
                return;
            }
            lost |= c == '[';
            at += c == '\\' ? 1 : 0;
            first = false;
        }
        lost = true;
    }

    private boolean take(char c) {
        boolean there = at < regex.length() && regex.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private static List<String> better(List<String> best, StringBuilder run) {
        return run.length() < MIN_LENGTH ? best : better(best, List.of(run.toString()));
    }

    private static List<String> better(List<String> one, List<String> other) {
        return worth(other) > worth(one) ? other : one;
    }

    private static int worth(List<String> any) {
        return any.stream().mapToInt(String::length).min().orElse(0) * 2 - (any.size() > 1 ? 1 : 0);
    }
}
