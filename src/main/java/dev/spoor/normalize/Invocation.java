package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * A command invocation that PowerShell logs: {@code CommandInvocation(Out-Null): "Out-Null"}, {@code ParameterBinding(Out-Null): name="InputObject"; value="x"}.
 *
 * @param name of the parameter, or empty
 */
record Invocation(String type, String command, String name, String value) {
    static List<Invocation> parse(String text) {
        List<Invocation> found = new ArrayList<>();
        for (String line : text.split("\n")) {
            int open = line.indexOf('(');
            int colon = line.indexOf("):", Math.max(0, open));
            if (open > 0 && colon > open + 1) {
                String rest = line.substring(colon + 2).strip();
                if (!rest.isEmpty()) {
                    found.add(of(line.substring(0, open).strip(), line.substring(open + 1, colon), rest));
                }
            }
        }
        return found;
    }

    private static Invocation of(String type, String command, String rest) {
        int semicolon = rest.indexOf("; value=");
        if (rest.startsWith("name=") && semicolon > 5) {
            return new Invocation(type, command, rest.substring(5, semicolon), rest.substring(semicolon + 8));
        }
        return new Invocation(type, command, "", rest);
    }
}
