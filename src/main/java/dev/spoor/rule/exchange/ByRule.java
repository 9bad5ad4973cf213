package dev.spoor.rule.exchange;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exceptions as forms need them that say for each rule what is kept out of it. */
record ByRule(Map<Rule, List<ExceptionItem>> items) {
    private static final int MOST_RULES = 200;

    static ByRule of(List<OutgoingException> outgoing, String form, List<Refusal> refused) {
        Map<Rule, List<ExceptionItem>> items = new LinkedHashMap<>();
        for (OutgoingException one : outgoing) {
            if (one.rules().isEmpty()) {
                refused.add(new Refusal(one.item().name(), "no rule of the case is in its scope"));
            } else if (one.rules().size() > MOST_RULES) {
                refused.add(
                        new Refusal(one.item().name(), "it holds for " + one.rules().size() + " rules, and " + form + " says for each rule what is kept out; at most " + MOST_RULES
                                + " can be written"));
            } else {
                one.rules().forEach(rule -> items.computeIfAbsent(rule, _ -> new ArrayList<>()).add(one.item()));
            }
        }
        return new ByRule(items);
    }
}
