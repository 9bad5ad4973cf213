package dev.spoor.rule.exchange;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;
import dev.spoor.rule.exceptions.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions without value lists, and with networks as blocks: what forms without lists can say. */
final class PlainEntries {
    /** More values do not belong into a query. */
    private static final int MOST = 1_000;

    private PlainEntries() {}

    /** The entries with the values of their lists in the place of the lists' names. */
    static List<Entry> of(List<Entry> entries) throws NotSayable {
        List<Entry> plain = new ArrayList<>();
        for (Entry entry : entries) {
            plain.add(entry.operator() == Operator.IS_IN_LIST ? listed(entry) : entry.operator() == Operator.IN_NETWORK ? network(entry, entry.values()) : entry);
        }
        return plain;
    }

    private static Entry listed(Entry entry) throws NotSayable {
        Entry.ListName list = entry.list().orElseThrow();
        if (entry.values().isEmpty() || entry.values().size() > MOST) {
            throw new NotSayable(
                    "the value list '" + list.id() + "' has " + entry.values().size() + " values; it has no lists, and at most " + MOST + " values can stand in its place");
        }
        if (list.type() == ValueList.Type.TEXT) {
            throw new NotSayable("the value list '" + list.id() + "' is of type text, which compares words");
        }
        if (list.type() == ValueList.Type.KEYWORD) {
            return new Entry(entry.field(), Operator.IS_ONE_OF, entry.negated(), entry.values(), entry.ignoreCase());
        }
        return network(entry, entry.values());
    }

    private static Entry network(Entry entry, List<String> values) throws NotSayable {
        List<String> blocks = new ArrayList<>();
        for (String value : values) {
            blocks.addAll(Networks.blocks(value));
        }
        if (blocks.size() > MOST) {
            throw new NotSayable("the networks of " + entry.field() + " are " + blocks.size() + " blocks; at most " + MOST + " can stand in it");
        }
        return new Entry(entry.field(), Operator.IN_NETWORK, entry.negated(), blocks.stream().distinct().toList(), false, Optional.empty(), List.of());
    }

    /** Whether upper and lower case can make a difference to a value. */
    static boolean cased(String value) {
        return !value.toLowerCase(Locale.ROOT).equals(value.toUpperCase(Locale.ROOT));
    }

    /** Whether the entry would be taken for another where a form tells upper from lower case. */
    static boolean needsFolding(Entry entry) {
        return entry.ignoreCase() && entry.values().stream().anyMatch(PlainEntries::cased);
    }

    static NotSayable foldingRefused(Entry entry, String form) {
        return new NotSayable(form + " tells upper from lower case, and the condition on " + entry.field() + " ignores it; write each spelling as a value and untick ignore case");
    }
}
