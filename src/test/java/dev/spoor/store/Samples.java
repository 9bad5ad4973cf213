package dev.spoor.store;

import dev.spoor.attack.Threat;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Finish;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import dev.spoor.store.Source.Registration;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Alert.RuleStamp;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Invented things to store. */
final class Samples {
    private Samples() {}

    static Registration source(String path, String sha256) {
        return new Registration(path, "", sha256, 1024, "evtx", "windows", "", 17_000_000_000_000_000L);
    }

    static Rule rule(String id) {
        Threat threat = new Threat(new Threat.Reference("TA0003", "Persistence", "https://attack.mitre.org/tactics/TA0003"),
                List.of(new Threat.Technique(new Threat.Reference("T1098", "Account Manipulation", "https://attack.mitre.org/techniques/T1098"), List.of())));
        RiskBasedAlerting risk = new RiskBasedAlerting(OptionalInt.of(49), OptionalInt.empty(), OptionalInt.of(70), "$user$ on $dest$", List.of("user"), List.of());
        return new Rule(id, false, "Delegation changed", RuleOrigin.SIGMA, "yaml", "rules/delegation.yml", "title: Delegation changed\n", "query", "sigma",
                "EventID: 4738", "3", "Somebody changed it.", Severity.HIGH, true, OptionalInt.of(73), List.of("winlogbeat-*"),
                new Schedule(Optional.of("5m"), Optional.empty(), Optional.empty(), OptionalInt.of(100)), List.of(threat), List.of("Domain: Endpoint"),
                List.of("Northwind"), Optional.of("Apache-2.0"), List.of("https://nwf.example"), List.of("Administrators"),
                List.of(new GuideSection("Triage", "Look at `ca01`.")), Optional.of(risk), List.of(new Labelled("level", List.of("high"))),
                Map.of("m(1)", "search $a$"), false, new RuleSettings(
                        new Finish.IndicatorMatch(List.of("logs-*"), "*", "kql", List.of(), "threat.indicator",
                                List.of(List.of(new Finish.Pair("source.ip", "threat.indicator.ip", true)))),
                        List.of("{}"), Optional.of(new Finish.Suppression(List.of("host.name"), Optional.of("6h"), true)), Optional.of("event.ingested"),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of("user.name"), true, List.of("list-1")));
    }

    static Alert alert(String id, String rule, long time) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dest", "wks-114");
        values.put("count", 12L);
        values.put("share", 0.5);
        values.put("users", List.of("ann", "bob"));
        return new Alert(id, new RuleStamp(rule, "Delegation changed", RuleOrigin.SIGMA, "sigma", "3", Fidelity.Status.EXACT), time, Severity.HIGH, true,
                OptionalInt.of(73), Status.OPEN, Optional.empty(), List.of("T1098"), List.of("TA0003"), Optional.of("dc01"), Optional.empty(),
                "Delegation changed on dc01.", List.of(new EventReference(12, "a.evtx", "", 4711)), values, 1, true, List.of());
    }

    static AlertEvents stored(Alert alert) {
        return new AlertEvents(alert, alert.events().stream().map(event -> "{\"host\":{\"name\":\"dc01\"}}").toList());
    }
}
