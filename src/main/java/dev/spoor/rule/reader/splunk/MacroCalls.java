package dev.spoor.rule.reader.splunk;

import java.util.LinkedHashSet;
import java.util.Set;

/** The macros that a search calls: {@code `name`} or {@code `name(arguments)`}, with white space inside the accents where one likes. */
final class MacroCalls {
    private MacroCalls() {}

    /** The names, each once, in the order of the calls. */
    static Set<String> in(String search) {
        Set<String> names = new LinkedHashSet<>();
        int open = search.indexOf('`');
        while (open >= 0) {
            int close = search.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            String name = name(search, open + 1, close);
            if (name.isEmpty()) {
                open = close; // which may begin a call
            } else {
                names.add(name);
                open = search.indexOf('`', close + 1);
            }
        }
        return names;
    }

    /** The name of the call between two accents; empty where it is none. */
    private static String name(String search, int from, int to) {
        int begin = from;
        while (begin < to && blank(search.charAt(begin))) {
            begin++;
        }
        int end = before(search, begin, to);
        int bracket = search.indexOf('(', begin);
        if (bracket >= 0 && bracket < end) {
            if (search.charAt(end - 1) != ')') {
                return "";
            }
            end = before(search, begin, bracket);
        }
        if (begin == end) {
            return search.substring(from, end).indexOf(' ') < 0 ? "" : " "; // a call of nothing that is known
        }
        for (int i = begin; i < end; i++) {
            if (!inName(search.charAt(i))) {
                return "";
            }
        }
        return search.substring(begin, end);
    }

    /** The end without white space. */
    private static int before(String search, int from, int to) {
        int end = to;
        while (end > from && blank(search.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean inName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ':' || c == '.' || c == ' ' || c == '-';
    }
}
