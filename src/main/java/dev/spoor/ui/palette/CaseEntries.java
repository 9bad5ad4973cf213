package dev.spoor.ui.palette;

import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Messages;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What a case adds to the palette: its alerts by rule, host and user, and its rules. Called on a background thread. */
public final class CaseEntries implements Callable<List<PaletteEntry>> {
    private final Investigation investigation;
    private final Consumer<String> findAlerts;
    private final Consumer<String> findRule;

    /**
     * The entries of a case.
     *
     * @param findAlerts shows the alerts that have some words
     * @param findRule   shows the rule with an id
     */
    public CaseEntries(Investigation investigation, Consumer<String> findAlerts, Consumer<String> findRule) {
        this.investigation = investigation;
        this.findAlerts = findAlerts;
        this.findRule = findRule;
    }

    @Override public List<PaletteEntry> call() throws WorkbenchException {
        Map<String, Integer> byRule = new TreeMap<>();
        Map<String, Integer> byHost = new TreeMap<>();
        Map<String, Integer> byUser = new TreeMap<>();
        for (Alert alert : investigation.alertList()) {
            byRule.merge(alert.rule().name(), 1, Integer::sum);
            alert.host().ifPresent(host -> byHost.merge(host, 1, Integer::sum));
            alert.user().ifPresent(user -> byUser.merge(user, 1, Integer::sum));
        }
        List<PaletteEntry> entries = new ArrayList<>();
        alerts(entries, "mdoal-flag", "palette.byRule", byRule);
        alerts(entries, "mdoal-computer", "palette.byHost", byHost);
        alerts(entries, "mdomz-person_outline", "palette.byUser", byUser);
        for (RuleState rule : investigation.rules()) {
            entries.add(new PaletteEntry("mdomz-rule", Messages.text("palette.rule"), rule.rule().name(), "", () -> findRule.accept(rule.rule().id())));
        }
        return entries;
    }

    private void alerts(List<PaletteEntry> entries, String icon, String key, Map<String, Integer> counts) {
        counts.forEach((name, count) -> entries.add(new PaletteEntry(icon, Messages.text(key), Messages.text("palette.alerts", name, count), "", () -> findAlerts.accept(name))));
    }
}
