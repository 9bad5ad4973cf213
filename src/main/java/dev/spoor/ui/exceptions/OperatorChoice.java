package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.ui.common.Messages;
import java.util.Locale;

/** An operator as it is chosen: with its negation in one word. */
enum OperatorChoice {
    IS(Entry.Operator.IS, false), IS_NOT(Entry.Operator.IS, true), IS_ONE_OF(Entry.Operator.IS_ONE_OF, false), IS_NOT_ONE_OF(Entry.Operator.IS_ONE_OF, true),
    EXISTS(Entry.Operator.EXISTS, false), EXISTS_NOT(Entry.Operator.EXISTS, true), MATCHES(Entry.Operator.MATCHES, false), MATCHES_NOT(Entry.Operator.MATCHES, true),
    IN_LIST(Entry.Operator.IS_IN_LIST, false), NOT_IN_LIST(Entry.Operator.IS_IN_LIST, true), IN_NETWORK(Entry.Operator.IN_NETWORK, false),
    NOT_IN_NETWORK(Entry.Operator.IN_NETWORK, true);

    private final Entry.Operator operator;
    private final boolean negated;

    OperatorChoice(Entry.Operator operator, boolean negated) {
        this.operator = operator;
        this.negated = negated;
    }

    static OperatorChoice of(Entry entry) {
        for (OperatorChoice choice : values()) {
            if (choice.operator == entry.operator() && choice.negated == entry.negated()) {
                return choice;
            }
        }
        throw new IllegalArgumentException(entry.toString());
    }

    Entry.Operator operator() {
        return operator;
    }

    boolean negated() {
        return negated;
    }

    /** Whether it asks for values at all. */
    boolean takesValues() {
        return operator != Entry.Operator.EXISTS && operator != Entry.Operator.IS_IN_LIST;
    }

    /** Whether it takes a list of the case. */
    boolean takesList() {
        return operator == Entry.Operator.IS_IN_LIST;
    }

    /** Whether it takes any number of values. */
    boolean takesSeveral() {
        return operator == Entry.Operator.IS_ONE_OF || operator == Entry.Operator.IN_NETWORK;
    }

    String word() {
        return Messages.text("except.operator." + name().toLowerCase(Locale.ROOT));
    }
}
