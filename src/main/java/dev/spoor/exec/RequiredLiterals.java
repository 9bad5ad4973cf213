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
    private final String regex;
    private int at;
    private boolean lost;

    private RequiredLiterals(String regex) {
        this.regex = regex;
    }

    /** The texts, folded to lower case, as long as possible and few rather than many; empty where none are known. */
    static List<String> of(String regex) {
        RequiredLiterals reader = new RequiredLiterals(regex);
        List<String> found = reader.alternatives(0);
        boolean understood = !reader.lost && reader.at == regex.length();
        return understood ? found.stream().map(CaseFolding::fold).distinct().toList() : List.of();
    }

    /** What one of some alternatives needs; up to the end or a closing parenthesis. */
    private List<String> alternatives(int depth) {
        List<String> all = new ArrayList<>();
        boolean known = depth < DEEPEST;
        lost |= !known;
        do {
            List<String> one = lost ? List.of() : sequence(depth);
            known &= !one.isEmpty();
            all.addAll(one);
        } while (!lost && take('|'));
        return known && all.size() <= MOST ? all : List.of();
    }

    private List<String> sequence(int depth) {
        List<String> best = List.of();
        StringBuilder run = new StringBuilder();
        while (!lost && at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            List<String> group = List.of();
            char plain = c == '\\' ? escaped() : plain(c);
            if (plain != 0 && !optional()) {
                run.append(plain);
                continue;
            }
            if (c == '(') {
                group = group(depth);
                group = optional() ? List.of() : group;
            } else if (c == '[') {
                skipClass();
            }
            best = better(better(best, run), group);
            run.setLength(0);
            skipCount();
        }
        return better(best, run);
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

    private List<String> group(int depth) {
        if (take('?') && !opened()) {
            return List.of();
        }
        List<String> inside = alternatives(depth + 1);
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
