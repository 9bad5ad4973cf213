package dev.spoor.rule.exceptions;

import java.util.List;
import java.util.stream.Collectors;

/** An exception in plain words, for example {@code process.name is 'setup.exe' and user.name exists}. */
public final class ExceptionSentence {
    private ExceptionSentence() {}

    /** The whole sentence: what is kept out of which rules. */
    public static String of(ExceptionItem item, String ruleName) {
        return "Do not alert for " + item.scope().words(ruleName) + " on " + item.part().words() + of(item.entries()) + ".";
    }

    /** The condition: all entries, joined by "and". */
    public static String of(List<Entry> entries) {
        return entries.stream().map(ExceptionSentence::of).collect(Collectors.joining(" and "));
    }

    private static String of(Entry entry) {
        String field = entry.field();
        String values = entry.operator() == Entry.Operator.IS_IN_LIST ? "" : entry.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        String words = switch (entry.operator()) {
            case IS -> field + (entry.negated() ? " is not " : " is ") + values;
            case IS_ONE_OF -> field + (entry.negated() ? " is none of " : " is one of ") + values;
            case EXISTS -> field + (entry.negated() ? " does not exist" : " exists");
            case MATCHES -> field + (entry.negated() ? " does not match " : " matches ") + values;
            case IN_NETWORK ->
                    field + (entry.negated() ? " is in none of the networks " : entry.values().size() > 1 ? " is in one of the networks " : " is in the network ") + values;
            case NESTED -> "one object of " + field + " has " + of(entry.nested());
            case IS_IN_LIST -> field + (entry.negated() ? " is not in list " : " is in list ") + entry.list().map(list -> "'" + list.id() + "' (" + list.type().word() + ")")
                    .orElse("");
        };
        return entry.ignoreCase() && cased(entry) ? words + " in upper or lower case" : words;
    }

    /** Whether upper and lower case make a difference to a condition at all. */
    static boolean cased(Entry entry) {
        return switch (entry.operator()) {
            case IS, IS_ONE_OF, MATCHES, IS_IN_LIST -> true;
            case EXISTS, IN_NETWORK, NESTED -> false;
        };
    }
}
