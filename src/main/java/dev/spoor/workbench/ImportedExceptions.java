package dev.spoor.workbench;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.List;

/**
 * What an import did.
 *
 * @param added   the exceptions that the case has now, as they were kept
 * @param lists   names of value lists and shared lists that were made
 * @param refused what was not taken, and why
 */
public record ImportedExceptions(List<ExceptionItem> added, List<String> lists, List<Refusal> refused) {
    public ImportedExceptions {
        added = List.copyOf(added);
        lists = List.copyOf(lists);
        refused = List.copyOf(refused);
    }
}
