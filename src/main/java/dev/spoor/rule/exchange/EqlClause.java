package dev.spoor.rule.exchange;

import dev.spoor.rule.exceptions.Entry;

/** Clauses in EQL, to be added to a bracket's condition. */
final class EqlClause extends ClauseWriter {
    @Override String name() {
        return "EQL";
    }

    @Override String field(String name) throws NotSayable {
        if (name.indexOf('`') >= 0 || name.isBlank()) {
            throw new NotSayable("the name of the field '" + name + "' cannot be written in EQL");
        }
        boolean plain = name.matches("@?[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
        return plain ? name : "`" + name + "`";
    }

    @Override String exists(String field) {
        return field + " != null";
    }

    @Override String holds(Entry entry, String field) throws NotSayable {
        String fold = PlainEntries.needsFolding(entry) ? "~" : "";
        String values = joined(entry.values().stream().map(EqlClause::quoted).toList());
        return switch (entry.operator()) {
            case IS -> fold.isEmpty() ? field + " == " + values : field + " in~ (" + values + ")";
            case IS_ONE_OF -> field + " in" + fold + " (" + values + ")";
            case MATCHES -> field + " like" + fold + " (" + pattern(entry.values().getFirst()) + ")";
            case IN_NETWORK -> "cidrMatch(" + field + ", " + values + ")";
            case EXISTS, IS_IN_LIST, NESTED -> throw new IllegalArgumentException(entry.toString());
        };
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
    }

    /** EQL has no sign that takes the meaning of * and ? away. */
    private static String pattern(String pattern) throws NotSayable {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0) {
                char taken = pattern.charAt(++i);
                if (taken != '\\') {
                    throw new NotSayable("EQL reads " + taken + " in a pattern as any characters, and the pattern " + pattern + " means the sign itself");
                }
                text.append(taken);
            } else {
                text.append(c);
            }
        }
        return quoted(text.toString());
    }
}
