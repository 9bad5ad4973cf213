package dev.spoor.rule.exchange;

import dev.spoor.rule.exceptions.Entry;
import java.util.stream.Collectors;

/** Clauses of Splunk's {@code where}, which can tell upper from lower case, as {@code search} cannot. */
final class SplClause extends ClauseWriter {
    @Override String name() {
        return "SPL";
    }

    @Override String and() {
        return "AND";
    }

    @Override String not() {
        return "NOT";
    }

    @Override String field(String name) throws NotSayable {
        if (name.indexOf('\'') >= 0 || name.isBlank()) {
            throw new NotSayable("the name of the field '" + name + "' cannot be written in SPL");
        }
        return "'" + name + "'";
    }

    @Override String exists(String field) {
        return "isnotnull(" + field + ")";
    }

    /** A comparison with a missing field is unknown to Splunk, and so would be its negation; asked for first, the field makes it false. */
    @Override String holds(Entry entry, String field) throws NotSayable {
        String holds = switch (entry.operator()) {
            case IS, IS_ONE_OF -> equal(entry, field);
            case MATCHES -> match(field, RegexGlob.pattern(entry.values().getFirst()), PlainEntries.needsFolding(entry));
            case IN_NETWORK -> either(entry.values().stream().map(block -> "cidrmatch(" + quoted(block) + ", " + field + ")").collect(Collectors.joining(" OR ")), entry);
            case EXISTS, IS_IN_LIST, NESTED -> throw new IllegalArgumentException(entry.toString());
        };
        return entry.negated() ? holds : "(" + exists(field) + " AND " + holds + ")";
    }

    private static String equal(Entry entry, String field) {
        if (PlainEntries.needsFolding(entry)) {
            String any = entry.values().stream().map(RegexGlob::literal).collect(Collectors.joining("|"));
            return match(field, entry.values().size() == 1 ? any : "(?:" + any + ")", true);
        }
        return either(entry.values().stream().map(value -> field + "==" + quoted(value)).collect(Collectors.joining(" OR ")), entry);
    }

    private static String either(String terms, Entry entry) {
        return entry.values().size() == 1 ? terms : "(" + terms + ")";
    }

    private static String match(String field, String regex, boolean fold) {
        return "match(" + field + ", " + quoted((fold ? "(?is)^" : "(?s)^") + regex + "$") + ")";
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
