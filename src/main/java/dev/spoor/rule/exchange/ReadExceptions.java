package dev.spoor.rule.exchange;

import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.List;

/**
 * What was read.
 *
 * @param items   the exceptions
 * @param lists   value lists that came with them
 * @param refused what could not be read
 */
public record ReadExceptions(List<Item> items, List<ValueList> lists, List<Refusal> refused) {
    /**
     * An exception.
     *
     * @param id    its own id, empty for none
     * @param draft what it says
     * @param rules what the file says of the rules that it is for: ids, names of macros, ids of lists; {@code *} for any rule; empty where it says nothing
     */
    public record Item(String id, ExceptionDraft draft, List<String> rules) {
        public Item {
            rules = List.copyOf(rules);
        }
    }

    public ReadExceptions {
        items = List.copyOf(items);
        lists = List.copyOf(lists);
        refused = List.copyOf(refused);
    }
}
