package dev.spoor.workbench;

import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.triage.Alert;
import java.util.List;

/**
 * The smallest exception that covers some alerts and none of the rest of their rules.
 *
 * @param draft   the conditions
 * @param covered how many alerts were to be covered
 * @param spared  how many others were looked at: true positives, and those that nobody decided about
 * @param caught  those of the others that it covers nevertheless, because no condition tells them apart; the first ones
 */
public record ExceptionProposal(ExceptionDraft draft, int covered, int spared, List<Alert> caught) {
    public ExceptionProposal {
        caught = List.copyOf(caught);
    }

    /** Whether it tells the alerts from all others. */
    public boolean separates() {
        return caught.isEmpty();
    }
}
