package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Exceptions as a KQL query that finds what they keep away, to be read or to be run as a hunt. KQL has no word for ignoring case and none for value lists: a
 * condition that ignores case is written as if it did not, and a list by its first values.
 */
public final class ExceptionQuery {
    private static final int LISTED = 20;

    private ExceptionQuery() {}

    /** Alternatives, each a list of conditions that must all hold. */
    public static String kql(List<List<Entry>> alternatives) {
        String joined = alternatives.stream().map(entries -> entries.stream().map(ExceptionQuery::kql).collect(Collectors.joining(" and ")))
                .map(words -> alternatives.size() > 1 ? "(" + words + ")" : words).collect(Collectors.joining("\nor "));
        return joined;
    }

    /** Whether the query says less than the exceptions: one ignores case, or a list is cut. */
    public static boolean lossy(List<List<Entry>> alternatives) {
        return alternatives.stream().flatMap(List::stream).anyMatch(entry -> entry.ignoreCase() && ExceptionSentence.cased(entry) || entry.list().isPresent());
    }

    private static String kql(Entry entry) {
        String exists = entry.field() + ": *";
        if (entry.operator() == Entry.Operator.EXISTS) {
            return entry.negated() ? "not " + exists : exists;
        }
        if (entry.operator() == Entry.Operator.NESTED) {
            return entry.field() + ": { " + entry.nested().stream().map(ExceptionQuery::kql).collect(Collectors.joining(" and ")) + " }";
        }
        String holds = entry.field() + ": " + switch (entry.operator()) {
            case MATCHES -> pattern(entry.values().getFirst());
            case IS, IS_ONE_OF, IS_IN_LIST, IN_NETWORK -> values(entry.values());
            case EXISTS, NESTED -> "*";
        };
        return entry.negated() ? "(" + exists + " and not " + holds + ")" : holds;
    }

    private static String values(List<String> values) {
        if (values.size() == 1) {
            return quoted(values.getFirst());
        }
        String more = values.size() > LISTED ? " or … " + (values.size() - LISTED) + " more" : "";
        return values.stream().limit(LISTED).map(ExceptionQuery::quoted).collect(Collectors.joining(" or ", "(", more + ")"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A pattern stands without quotes, so what KQL would read as its own is escaped. */
    private static String pattern(String pattern) {
        StringBuilder kql = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0) {
                kql.append('\\').append(pattern.charAt(++i));
            } else if ("\\():<>\"{}@#".indexOf(c) >= 0) {
                kql.append('\\').append(c);
            } else {
                kql.append(Character.isWhitespace(c) ? "\\" + c : String.valueOf(c));
            }
        }
        return kql.toString();
    }
}
