package dev.spoor.workbench;

import dev.spoor.store.CaseFile;
import dev.spoor.store.Stamp;
import dev.spoor.store.StoreException;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.RuleType;
import dev.spoor.triage.StepAnswer;
import dev.spoor.workbench.Difference.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares answers to guides, queries for hosts, critical assets, types of rules and severities with what the journal tells of them. */
final class GuideCheck {
    private static final Set<String> KINDS = Set.of("step", "query", "asset", "type", "severity");
    private final CaseFile file;
    private final JournalReplay replay;
    private final Differences out;

    GuideCheck(CaseFile file, JournalReplay replay, Differences out) {
        this.file = file;
        this.replay = replay;
        this.out = out;
    }

    void run() throws StoreException {
        for (StepAnswer answer : file.guides().answers()) {
            String name = "answer to step " + answer.step() + " of alert " + answer.alert();
            compare(Stamp.of(answer), name);
            if (file.alerts().find(answer.alert()).isEmpty()) {
                out.differs(Check.DECISION, name, "the case has no such alert");
            }
            for (StepAnswer.Pinned pinned : answer.evidence()) {
                if (file.segments().find(pinned.event()).isEmpty()) {
                    out.differs(Check.DECISION, name, "the case has no event " + pinned.event());
                }
            }
        }
        for (HostQuery query : file.guides().queries()) {
            compare(Stamp.of(query), "query '" + query.label() + "' for host " + query.host());
        }
        for (CriticalAsset asset : file.assets().list()) {
            compare(Stamp.of(asset), "critical " + asset.kind().word() + " " + asset.name());
        }
        for (RuleType type : file.assets().types()) {
            compare(Stamp.of(type), "type of rule " + type.rule());
        }
        for (GivenSeverity given : file.severities().list()) {
            compare(Stamp.of(given), "severity given to " + given.scope().word() + " " + given.subject());
        }
        List<Stamp> left = new ArrayList<>(replay.stamps().values());
        left.stream().filter(stamp -> KINDS.contains(stamp.kind())).forEach(stamp -> {
            replay.stamps().remove(stamp.kind() + " " + stamp.id());
            if (stamp.hash().isPresent()) {
                out.differs(Check.DECISION, stamp.kind() + " " + stamp.id(), "the journal tells of it and not of its removal, and the case does not have it");
            }
        });
    }

    private void compare(Stamp found, String name) {
        Stamp told = replay.stamps().remove(found.kind() + " " + found.id());
        if (told == null) {
            out.differs(Check.DECISION, name, "no line of the journal tells of it");
        } else if (!told.equals(found)) {
            out.differs(Check.DECISION, name, told.hash().isEmpty() ? "by the journal it was removed" : "it is not as the journal tells of it last: its SHA-256 differs");
        }
    }
}
