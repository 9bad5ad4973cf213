package dev.spoor.exec.run;

/** Patterns in which {@code *} stands for any characters. */
final class StarPattern {
    private StarPattern() {}

    /** Whether a pattern matches a whole text; in time proportional to both. */
    static boolean matches(String pattern, String text) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return pattern.equals(text);
        }
        int last = pattern.lastIndexOf('*');
        int tail = pattern.length() - last - 1;
        if (text.length() < first + tail || !text.startsWith(pattern.substring(0, first)) || !text.endsWith(pattern.substring(last + 1))) {
            return false;
        }
        int at = first;
        int limit = text.length() - tail;
        for (String part : pattern.substring(first, last).split("\\*")) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > limit) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
