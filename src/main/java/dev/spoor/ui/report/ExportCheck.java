package dev.spoor.ui.report;

import dev.spoor.ui.common.Messages;
import dev.spoor.workbench.CaseSummary;
import java.util.List;

/**
 * Something to look at before a report is exported. It warns and never forbids: the report says the same.
 *
 * @param fine    whether there is nothing to do
 * @param text    in words
 * @param linkKey text of the link, used where it is not fine
 * @param place   where the link leads
 */
record ExportCheck(boolean fine, String text, String linkKey, Place place) {
    /** A screen. */
    enum Place { ALERTS, EVIDENCE, RULES }

    /** The checks of a case. */
    static List<ExportCheck> of(CaseSummary summary) {
        return List.of(
                new ExportCheck(summary.openAlerts() == 0, Messages.text("report.checkOpen", summary.openAlerts(), summary.alerts()), "report.goDecide", Place.ALERTS),
                new ExportCheck(summary.damagedSources() == 0, Messages.text("report.checkDamage", summary.damagedSources(), summary.sources()), "report.goEvidence",
                        Place.EVIDENCE),
                new ExportCheck(summary.rulesNotRun() == 0 && summary.rulesRan() > 0, rules(summary), "report.goRules", Place.RULES));
    }

    private static String rules(CaseSummary summary) {
        return summary.rulesRan() + summary.rulesNotRun() == 0 ? Messages.text("report.checkRulesNone")
                : Messages.text("report.checkRules", summary.rulesNotRun(), summary.rulesRan());
    }
}
