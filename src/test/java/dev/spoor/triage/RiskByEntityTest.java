package dev.spoor.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import dev.spoor.triage.CriticalAsset.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Risk is summed by host and user. */
class RiskByEntityTest {
    private static Alert alert(String id, String rule, String time, OptionalInt risk, String tactic, String host, String user) {
        return new Alert(id, new Alert.RuleStamp(rule, rule, RuleOrigin.SPLUNK, "spl", "1", Fidelity.Status.EXACT), Time.parse(time), Severity.HIGH, false, risk, Status.OPEN,
                Optional.empty(), List.of(), List.of(tactic), Optional.of(host), Optional.ofNullable(user), "", List.of(), Map.of(), 1, true, List.of());
    }

    private static Rule rule(String id, List<String> objects) {
        return new Rule(id, false, id, RuleOrigin.SPLUNK, "yaml", "", "", "Anomaly", "spl", "", "1", "", Severity.HIGH, false, OptionalInt.of(50), List.of(), Schedule.NONE,
                List.of(),
                List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(),
                Optional.of(new RiskBasedAlerting(OptionalInt.of(50), OptionalInt.empty(), OptionalInt.empty(), "", objects, List.of())), List.of(), Map.of(), false);
    }

    private static List<EntityRisk> risks(List<CriticalAsset> critical, Alert... alerts) {
        return new RiskByEntity(List.of(rule("r1", List.of()), rule("r2", List.of("dest (system, 64)", "user (user, 20)"))), Map.of("r2", "ttp"), new CriticalAssets(critical))
                .of(List.of(alerts));
    }

    @Test void theHighestSumOf24HoursCounts() {
        EntityRisk host = risks(List.of(), alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.of(60), "TA0001", "ca01", null),
                alert("b", "r1", "2026-05-01T23:00:00Z", OptionalInt.of(60), "TA0002", "CA01", null),
                alert("c", "r1", "2026-05-03T00:00:00Z", OptionalInt.of(40), "TA0003", "ca01", null)).getFirst();
        assertEquals(List.of(Kind.HOST, "ca01", 120L, 160L, 3), List.of(host.kind(), host.name(), host.day(), host.total(), host.tactics()));
        assertTrue(host.notable());
        assertEquals(List.of("a", "b", "c"), host.parts().stream().map(part -> part.alert().id()).toList());
        assertEquals(List.of(Time.parse("2026-05-01T00:00:00Z"), Time.parse("2026-05-03T00:00:00Z")), List.of(host.first(), host.last()));
    }

    @Test void tacticsCountWithinSevenDays() {
        assertEquals(1, risks(List.of(), alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.of(1), "TA0001", "ca01", null),
                alert("b", "r1", "2026-05-09T00:00:00Z", OptionalInt.of(1), "TA0002", "ca01", null)).getFirst().tactics());
    }

    @Test void riskObjectsHaveScoresOfTheirOwnAndRulesTheTypeThatWasGiven() {
        List<EntityRisk> risks = risks(List.of(), alert("a", "r2", "2026-05-01T00:00:00Z", OptionalInt.of(64), "TA0001", "ca01", "NWF\\adm"));
        assertEquals(List.of(64L, 20L), risks.stream().map(EntityRisk::total).toList());
        assertEquals("ttp", risks.getFirst().parts().getFirst().type());
        assertEquals("anomaly", risks(List.of(), alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.empty(), "TA0001", "x", null)).getFirst().parts().getFirst().type());
    }

    @Test void whatWasClosedAsNoThreatAddsNothing() {
        Alert closed = alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.of(60), "TA0001", "ca01", null).decided(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE));
        EntityRisk host = risks(List.of(), closed).getFirst();
        assertEquals(List.of(0L, 0), List.of(host.total(), host.tactics()));
        assertFalse(host.notable());
    }

    @Test void alertsAboutCriticalAssetsAreOneSeverityHigher() {
        CriticalAssets critical = new CriticalAssets(List.of(new CriticalAsset(Kind.HOST, "CA01", "", "", 0), new CriticalAsset(Kind.USER, "adm", "", "", 0)));
        assertEquals(Severity.CRITICAL, critical.raised(alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.empty(), "", "ca01.nwf.example", null)).severity());
        assertEquals(Severity.CRITICAL, critical.raised(alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.empty(), "", "x", "NWF\\adm")).severity());
        assertEquals(Severity.HIGH, critical.raised(alert("a", "r1", "2026-05-01T00:00:00Z", OptionalInt.empty(), "", "ca011", "administrator")).severity());
    }
}
