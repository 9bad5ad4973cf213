package dev.spoor.workbench;

import dev.spoor.rule.Rule;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.CriticalAssets;
import dev.spoor.triage.EntityRisk;
import dev.spoor.triage.GivenSeverities;
import dev.spoor.triage.RiskByEntity;
import dev.spoor.triage.RuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Hosts and users of a case file. Thread-safe. */
final class CaseEntities implements Entities {
    private final CaseFile file;
    private final Supplier<String> analyst;

    CaseEntities(CaseFile file, Supplier<String> analyst) {
        this.file = file;
        this.analyst = analyst;
    }

    /** Alerts with the severity that counts: the one that was given, else the rule's, which is one higher for critical assets. */
    static List<Alert> raised(CaseFile file, List<Alert> alerts) throws StoreException {
        CriticalAssets critical = new CriticalAssets(file.assets().list());
        GivenSeverities given = new GivenSeverities(file.severities().list());
        return critical.isEmpty() && given.isEmpty() ? alerts : alerts.stream().map(critical::raised).map(given::rated).toList();
    }

    @Override public List<EntityRisk> risks() throws WorkbenchException {
        try {
            List<Rule> rules = file.runs().newest().stream().map(RuleRun::rule).toList();
            Map<String, String> types = new HashMap<>();
            file.assets().types().forEach(type -> types.put(type.rule(), type.type()));
            return new RiskByEntity(rules, types, new CriticalAssets(file.assets().list())).of(raised(file, file.alerts().listed()));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public List<CriticalAsset> critical() throws WorkbenchException {
        try {
            return file.assets().list();
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public void mark(CriticalAsset asset) throws WorkbenchException {
        try {
            long now = Clock.now();
            file.assets().save(new CriticalAsset(asset.kind(), asset.name(), asset.note(), analyst.get(), now), analyst.get(), now);
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public void unmark(CriticalAsset.Kind kind, String name) throws WorkbenchException {
        try {
            file.assets().remove(kind, name, analyst.get(), Clock.now());
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public void ruleType(String ruleId, String type) throws WorkbenchException {
        if (!List.of("", "anomaly", "ttp").contains(type)) {
            throw new WorkbenchException("A rule is an anomaly or a ttp, not " + type + ".");
        }
        try {
            file.assets().type(new RuleType(ruleId, type, analyst.get(), Clock.now()));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }
}
