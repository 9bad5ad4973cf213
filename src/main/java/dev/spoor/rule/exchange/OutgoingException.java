package dev.spoor.rule.exchange;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import java.util.List;

/**
 * An exception to be written.
 *
 * @param item  with the values of its lists
 * @param home  the rule that it was made for
 * @param rules all rules of the case that it holds for
 */
public record OutgoingException(ExceptionItem item, Rule home, List<Rule> rules) {
    public OutgoingException {
        rules = List.copyOf(rules);
    }
}
