package dev.spoor.exec.run;

import java.util.List;
import java.util.function.Predicate;

/**
 * A pattern in which {@code *} stands for any characters; matches a whole text, in time proportional to both. Immutable.
 *
 * @param star   whether there is one; else the head is the whole text
 * @param head   what a text begins with
 * @param middle what comes behind it, in this order
 * @param tail   what it ends with
 */
record StarPattern(boolean star, String head, List<String> middle, String tail) implements Predicate<String> {
    static StarPattern of(String pattern) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return new StarPattern(false, pattern, List.of(), "");
        }
        int last = pattern.lastIndexOf('*');
        return new StarPattern(true, pattern.substring(0, first), List.of(pattern.substring(first, last).split("\\*")), pattern.substring(last + 1));
    }

    @Override public boolean test(String text) {
        if (!star) {
            return head.equals(text);
        }
        if (text.length() < head.length() + tail.length() || !text.startsWith(head) || !text.endsWith(tail)) {
            return false;
        }
        int at = head.length();
        int limit = text.length() - tail.length();
        for (String part : middle) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > limit) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
