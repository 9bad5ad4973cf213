package dev.spoor.query.spl;

import dev.spoor.query.expr.Glob;

/** Patterns with {@code *} for any characters. */
final class Stars {
    private Stars() {}

    static Glob glob(String pattern) {
        Glob.Builder builder = new Glob.Builder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                builder.any();
            } else {
                builder.literal(pattern.charAt(i));
            }
        }
        return builder.build();
    }

    /** Whether a pattern matches a whole name, case-sensitively. */
    static boolean matches(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(name);
        }
        String last = parts[parts.length - 1];
        if (!name.startsWith(parts[0]) || name.length() < parts[0].length() + last.length() || !name.endsWith(last)) {
            return false;
        }
        int at = parts[0].length();
        int limit = name.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > limit) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    /** The name that a renaming from one pattern to another gives to a name that the first matches: each star keeps what it stood for. */
    static String rename(String from, String to, String name) {
        String[] parts = from.split("\\*", -1);
        StringBuilder out = new StringBuilder();
        int at = parts[0].length();
        int star = 1;
        for (int i = 0; i < to.length(); i++) {
            if (to.charAt(i) != '*' || star >= parts.length) {
                out.append(to.charAt(i));
                continue;
            }
            int end = star == parts.length - 1 ? name.length() - parts[star].length() : name.indexOf(parts[star], at);
            out.append(name, at, end);
            at = end + parts[star].length();
            star++;
        }
        return out.toString();
    }
}
