package dev.spoor.exec;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** The regular expression {@code .{n,}}, counted: a matcher would walk n states for each character. */
final class LongLine {
    private static final Pattern FORM = Pattern.compile("\\.\\{([0-9]{1,4}),?\\}");

    private LongLine() {}

    static boolean asks(String regex) {
        return FORM.matches(regex);
    }

    /** @param dotAll whether a line feed counts like any character, instead of ending a line */
    static CompiledTest of(String regex, boolean dotAll) {
        Matcher matcher = FORM.matcher(regex);
        int least = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return value -> longest(value.text(), dotAll) >= least;
    }

    private static int longest(String text, boolean dotAll) {
        int longest = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            count = !dotAll && text.charAt(i) == '\n' ? 0 : count + 1;
            longest = Math.max(longest, count);
        }
        return longest;
    }
}
