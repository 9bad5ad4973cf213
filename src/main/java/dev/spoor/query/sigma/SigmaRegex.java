package dev.spoor.query.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.spoor.query.expr.RegexSize;
import dev.spoor.query.expr.ValueTest;
import java.util.Optional;

/**
 * A regular expression of a rule (PCRE) as one of RE2, which takes linear time. Possessive and atomic groups become plain ones, which can match more; look-around and back references have
 * no counterpart.
 *
 * @param test    what to ask; empty where it cannot be asked
 * @param problem why not, as a sentence; empty if nothing is wrong
 * @param looser  whether it can match more than the original
 */
record SigmaRegex(Optional<ValueTest> test, String problem, boolean looser) {
    private static final String LOOK_AROUND = "Look-around (?=, (?!, (?<= and (?<! and back references cannot be run in linear time.";

    /** @param flags any of {@code i}, {@code m}, {@code s} */
    static SigmaRegex of(String pcre, String flags) {
        String plain = pcre.replace("(?>", "(?:");
        StringBuilder out = new StringBuilder(flags.contains("m") ? "(?m)" : "");
        boolean inClass = false;
        boolean looser = !plain.equals(pcre);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\\' && i + 1 < plain.length()) {
                char next = plain.charAt(++i);
                if (next >= '1' && next <= '9' && !inClass || next == 'k') {
                    return new SigmaRegex(Optional.empty(), LOOK_AROUND, false);
                }
                out.append(escaped(next));
                continue;
            }
            if (!inClass && plain.startsWith("(?", i) && (plain.startsWith("(?=", i) || plain.startsWith("(?!", i) || plain.startsWith("(?<=", i) || plain.startsWith("(?<!", i))) {
                return new SigmaRegex(Optional.empty(), LOOK_AROUND, false);
            }
            if (!inClass && c == '+' && i > 0 && "+*?}".indexOf(plain.charAt(i - 1)) >= 0 && !(i > 1 && plain.charAt(i - 2) == '\\')) {
                looser = true;
                continue;
            }
            if (c == '[' && !inClass) {
                inClass = true;
                out.append(c);
                if (plain.startsWith("^", i + 1)) {
                    out.append(plain.charAt(++i));
                }
                if (plain.startsWith("]", i + 1)) {
                    i++;
                    out.append("\\]");
                }
                continue;
            }
            if (c == '[') {
                out.append(plain.startsWith("[:", i) ? "[" : "\\[");
                continue;
            }
            inClass &= c != ']';
            out.append(c);
        }
        return checked(out.toString(), flags, looser);
    }

    /** RE2 does not take a backslash before just any character. */
    private static String escaped(char c) {
        boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        boolean ascii = c < 0x80;
        return switch (c) {
            case 'Z' -> "\\z";
            case 'e' -> "\\x1b";
            case 'h' -> "[ \\t]";
            case 'R' -> "(?:\\r\\n|[\\n\\r])";
            default -> letterOrDigit || ascii && c > ' ' ? "\\" + c : String.valueOf(c);
        };
    }

    private static SigmaRegex checked(String regex, String flags, boolean looser) {
        if (!RegexSize.small(regex)) {
            return new SigmaRegex(Optional.empty(), "The regular expression repeats what is repeated, until it is too large to be run.", false);
        }
        try {
            Pattern.compile(regex);
            return new SigmaRegex(Optional.of(new ValueTest.Matches(regex, false, flags.contains("i"), flags.contains("s"))), "", looser);
        } catch (PatternSyntaxException e) {
            return new SigmaRegex(Optional.empty(), "The regular expression cannot be read: " + e.getDescription() + " " + e.getPattern() + ".", false);
        }
    }
}
