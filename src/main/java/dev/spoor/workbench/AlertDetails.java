package dev.spoor.workbench;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import java.util.List;

/**
 * All that the details pane shows of an alert.
 *
 * @param events     the first 100 events of the alert
 * @param history    journal lines about this alert, oldest first
 * @param exceptions exceptions of the rule
 * @param assignee   who looks after it; empty for nobody
 */
public record AlertDetails(Alert alert, Rule rule, Fidelity fidelity, List<EventDocument> events, List<JournalEntry> history, List<ExceptionItem> exceptions,
        String assignee) {
    /** Of an alert that nobody looks after. */
    public AlertDetails(Alert alert, Rule rule, Fidelity fidelity, List<EventDocument> events, List<JournalEntry> history, List<ExceptionItem> exceptions) {
        this(alert, rule, fidelity, events, history, exceptions, "");
    }
}
