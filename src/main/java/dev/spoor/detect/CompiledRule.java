package dev.spoor.detect;

import dev.spoor.query.expr.Expression;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import java.util.Set;

/**
 * A rule ready to run over the events of one data set.
 *
 * @param filter   the rule's condition on one event, with index patterns and exceptions
 * @param finisher what remains
 * @param fidelity exact or approximate, with reasons
 * @param fields   names of the fields that the query reads
 */
public record CompiledRule(Rule rule, Expression filter, Finisher finisher, Fidelity fidelity, Set<String> fields) {
    public CompiledRule {
        fields = Set.copyOf(fields);
    }
}
