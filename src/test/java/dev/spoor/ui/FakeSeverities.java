package dev.spoor.ui;

import dev.spoor.triage.GivenSeverity;
import dev.spoor.workbench.Severities;
import java.util.Collection;
import java.util.List;

/** Severities of the invented case; what is given is only told. */
record FakeSeverities(FakeInvestigation investigation) implements Severities {
    @Override public List<GivenSeverity> list() {
        return List.of();
    }

    @Override public List<GivenSeverity> give(Collection<GivenSeverity> wanted) {
        wanted.forEach(one -> investigation.calls.add("severity " + one.scope().word() + " " + one.subject() + " " + one.severity() + " " + one.reason()));
        return wanted.stream().map(GivenSeverity::withdrawn).toList();
    }

    @Override public void restore(Collection<GivenSeverity> before) {
        investigation.calls.add("severities back");
    }
}
