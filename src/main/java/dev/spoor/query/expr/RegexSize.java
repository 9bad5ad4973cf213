package dev.spoor.query.expr;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of a program a regular expression becomes: RE2 writes {@code x{100}} out a hundred times, also inside other repetitions, so that a short text may fill any memory.
 */
public final class RegexSize {
    private static final long MOST = 200_000;
    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 6;
    private final String regex;
    /** Sizes of what stands before open brackets. */
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long size;
    private long last;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    /** Whether a regular expression (RE2 syntax) stays within what a program may need. Also true for a wrong one that is small. */
    public static boolean small(String regex) {
        return new RegexSize(regex).fits();
    }

    private boolean fits() {
        while (at < regex.length()) {
            char c = regex.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '[' -> set();
                case '(' -> {
                    outer.push(size);
                    size = 0;
                    last = 0;
                    at++;
                }
                case ')' -> {
                    last = size + 1;
                    size = outer.isEmpty() ? last : outer.pop() + last;
                    at++;
                }
                case '{' -> repeat();
                default -> atom(1);
            }
            if (size > MOST || outer.size() > DEEPEST) {
                return false;
            }
        }
        return true;
    }

    private void atom(int characters) {
        at += characters;
        last = 1;
        size++;
    }

    private void escape() {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at + 2);
            int to = end < 0 ? regex.length() : end + 2;
            size += to - at;
            last = 1;
            at = to;
        } else {
            atom(Math.min(2, regex.length() - at));
        }
    }

    /** A set of characters; brackets in it stand for themselves. */
    private void set() {
        int end = at + 1;
        if (end < regex.length() && regex.charAt(end) == '^') {
            end++;
        }
        if (end < regex.length() && regex.charAt(end) == ']') {
            end++;
        }
        while (end < regex.length() && regex.charAt(end) != ']') {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        atom(Math.min(end + 1, regex.length()) - at);
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}} write out the part before; anything else is a character. */
    private void repeat() {
        int close = regex.indexOf('}', at);
        long times = close < 0 ? -1 : times(regex.substring(at + 1, close));
        if (times < 0) {
            atom(1);
            return;
        }
        long before = size - last;
        last = last * Math.max(1, times);
        size = before + last;
        at = close + 1;
    }

    /** The larger of the numbers; -1 where it is no repetition. */
    private static long times(String inner) {
        int comma = inner.indexOf(',');
        String low = comma < 0 ? inner : inner.substring(0, comma);
        String high = comma < 0 ? "" : inner.substring(comma + 1);
        boolean counts = number(low) && (high.isEmpty() || number(high));
        return counts ? Math.max(Long.parseLong(low), high.isEmpty() ? 0 : Long.parseLong(high)) : -1;
    }

    private static boolean number(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
