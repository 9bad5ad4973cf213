package dev.spoor.ui;

import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.CriticalAssets;
import dev.spoor.triage.EntityRisk;
import dev.spoor.triage.RiskByEntity;
import dev.spoor.workbench.Entities;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.WorkbenchException;
import java.util.List;
import java.util.Map;

/** Hosts and users of the invented case; what is marked is only told. */
record FakeEntities(FakeInvestigation investigation) implements Entities {
    @Override public List<EntityRisk> risks() throws WorkbenchException {
        return new RiskByEntity(investigation.rules().stream().map(RuleState::rule).toList(), Map.of(), new CriticalAssets(List.of())).of(investigation.alerts());
    }

    @Override public List<CriticalAsset> critical() {
        return List.of();
    }

    @Override public void mark(CriticalAsset asset) {
        investigation.calls.add("critical " + asset.name());
    }

    @Override public void unmark(CriticalAsset.Kind kind, String name) {
        investigation.calls.add("not critical " + name);
    }

    @Override public void ruleType(String ruleId, String type) {
        investigation.calls.add("type " + ruleId + " " + type);
    }
}
