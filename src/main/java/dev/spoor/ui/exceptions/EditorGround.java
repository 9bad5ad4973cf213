package dev.spoor.ui.exceptions;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.workbench.ExceptionProposal;
import dev.spoor.workbench.FieldChoices;
import dev.spoor.workbench.RuleParts;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the editor works with.
 *
 * @param choices the fields that exist
 * @param rules   all rules of the case
 * @param shared  the lists of exceptions that rules share
 * @param parts   steps and join key of the exception's rule
 * @param lists   the value lists of the case
 * @param propose finds the smallest exception; the first is told what was found, the second why nothing was
 */
record EditorGround(FieldChoices choices, List<Rule> rules, List<SharedList> shared, RuleParts parts, KnownLists lists, Proposing propose) {
    /** Asks for a proposal. */
    interface Proposing {
        void ask(Consumer<ExceptionProposal> found, Consumer<String> failed);
    }
}
