package dev.spoor.exec;

/**
 * Finds a text that everything a regular expression matches must contain, so that the slow matcher is asked about few values only. It reads the pattern from left to
 * right as a sequence of characters, classes and groups, keeps the runs of plain ASCII characters and forgets the rest; in doubt it finds nothing.
 */
final class RequiredLiteral {
    /** Shorter literals are everywhere. */
    private static final int MIN_LENGTH = 3;
    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredLiteral(String regex) {
        this.regex = regex;
    }

    /** The longest such text found, folded to lower case; empty for none. */
    static String of(String regex) {
        RequiredLiteral reader = new RequiredLiteral(regex);
        boolean understood = reader.read();
        return understood && reader.longest.length() >= MIN_LENGTH ? CaseFolding.fold(reader.longest) : "";
    }

    /** Reads the whole pattern; false where it is not understood or has alternatives. */
    private boolean read() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            boolean understood = switch (c) {
                case '|' -> false;
                case '\\' -> escape();
                case '[' -> end() && skipClass();
                case '(' -> end() && skipGroup();
                case '{' -> undo() && skipTo('}');
                case '*', '?' -> undo();
                case '+', '.', '^', '$' -> end();
                default -> c < 0x80 ? append(c) : end();
            };
            if (!understood) {
                return false;
            }
        }
        return end();
    }

    /** An escaped character. Letters that take more characters with them are not understood. */
    private boolean escape() {
        if (at == regex.length()) {
            return false;
        }
        char c = regex.charAt(at++);
        boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        if (!letterOrDigit) {
            return c < 0x80 ? append(c) : end();
        }
        return "dDsSwWbBAzntrfv".indexOf(c) >= 0 && end();
    }

    private boolean skipClass() {
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        boolean first = true;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == ']' && !first) {
                return true;
            }
            if (c == '[') {
                return false;
            }
            if (c == '\\') {
                at++;
            }
            first = false;
        }
        return false;
    }

    private boolean skipGroup() {
        int depth = 1;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                if (at < regex.length() && regex.charAt(at) == 'Q') {
                    return false;
                }
                at++;
            } else if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean skipTo(char close) {
        int end = regex.indexOf(close, at);
        at = end + 1;
        return end >= 0;
    }

    private boolean append(char c) {
        run.append(c);
        return true;
    }

    /** The character before may be missing. */
    private boolean undo() {
        if (!run.isEmpty()) {
            run.setLength(run.length() - 1);
        }
        return end();
    }

    private boolean end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
        return true;
    }
}
