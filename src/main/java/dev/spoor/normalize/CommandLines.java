package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.List;

/** Cuts command lines into arguments. */
final class CommandLines {
    private CommandLines() {}

    /**
     * The arguments as a program gets them: by the rules of {@code CommandLineToArgvW} (Windows documentation): quotes group and go, 2n backslashes before a
     * quote are n backslashes and the quote groups, 2n+1 are n and the quote stands.
     */
    static List<String> arguments(String line) {
        List<String> found = new ArrayList<>();
        int at = skipBlanks(line, 0);
        while (at < line.length()) {
            StringBuilder argument = new StringBuilder();
            at = argument(line, at, argument);
            found.add(argument.toString());
            at = skipBlanks(line, at);
        }
        return found;
    }

    private static int argument(String line, int from, StringBuilder argument) {
        boolean quoted = false;
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\\') {
                int slashes = 0;
                while (at < line.length() && line.charAt(at) == '\\') {
                    slashes++;
                    at++;
                }
                boolean quoteNext = at < line.length() && line.charAt(at) == '"';
                argument.repeat('\\', quoteNext ? slashes / 2 : slashes);
                if (quoteNext && slashes % 2 == 1) {
                    argument.append('"');
                    at++;
                }
            } else if (c == '"') {
                quoted = !quoted;
                at++;
                if (!quoted && at < line.length() && line.charAt(at) == '"') {
                    argument.append('"');
                    at++;
                }
            } else if (!quoted && blank(c)) {
                return at;
            } else {
                argument.append(c);
                at++;
            }
        }
        return at;
    }

    /** The pieces between blanks outside quotes, quotes kept. */
    static List<String> quoted(String line) {
        List<String> found = new ArrayList<>();
        int at = skipBlanks(line, 0);
        while (at < line.length()) {
            int from = at;
            boolean quoted = false;
            while (at < line.length() && (quoted || !blank(line.charAt(at)))) {
                quoted ^= line.charAt(at) == '"';
                at++;
            }
            found.add(line.substring(from, at));
            at = skipBlanks(line, at);
        }
        return found;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && blank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
