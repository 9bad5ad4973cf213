package dev.spoor.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.attack.Threat;
import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import dev.spoor.triage.AlertFactory.Finding;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFactoryTest {
    private static final String EVENT = "{\"host\":{\"name\":\"wks-114\"},\"user\":{\"name\":\"jdoe\",\"domain\":\"NWF\"},\"process.name\":[\"a.exe\",\"b.exe\"]}";

    private static AlertFields fields(String document, Map<String, Object> row) throws JsonProcessingException {
        return new AlertFields(new ObjectMapper().readTree(document), row);
    }

    private static Finding finding(String document) throws JsonProcessingException {
        return new Finding(0, List.of(), List.of(), "", fields(document, Map.of()), 1);
    }

    private static Rule rule(String message) {
        Threat.Reference technique = new Threat.Reference("T1558", "", "");
        List<Threat> threats = List.of(
                new Threat(new Threat.Reference("TA0006", "", ""), List.of(new Threat.Technique(technique, List.of(new Threat.Reference("T1558.003", "", ""))))),
                new Threat(new Threat.Reference("TA0008", "", ""), List.of(new Threat.Technique(technique, List.of()))));
        Optional<RiskBasedAlerting> risk = message.isEmpty() ? Optional.empty() : Optional.of(new RiskBasedAlerting(OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), message, List.of(), List.of()));
        return new Rule("r1", false, "Odd ticket", RuleOrigin.SPLUNK, "yaml", "r1.yml", "", "TTP", "spl", "search", "4", "", Severity.HIGH, true, OptionalInt.of(64),
                List.of(), Schedule.NONE, threats, List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), risk, List.of(), Map.of(), false);
    }

    @Test void anAlertSaysWhatWasFoundWhereAndByWhom() throws Exception {
        Alert alert = new AlertFactory(rule(""), Fidelity.EXACT).alert(new Finding(Time.parse("2026-05-01T10:00:00.1234567Z"),
                List.of(new EventReference(12, "a.evtx", "", 4711), new EventReference(13, "b.zip", "b.evtx", 4)), List.of("e2", "e1"), "", fields(EVENT, Map.of()), 2));
        assertEquals("{\"id\":\"" + AlertIdentity.alert("r1", "4", List.of("e1", "e2"), "") + "\",\"rule\":{\"id\":\"r1\",\"name\":\"Odd ticket\",\"origin\":\"splunk\","
                + "\"language\":\"spl\",\"version\":\"4\",\"fidelity\":\"exact\"},\"time\":\"2026-05-01T10:00:00.123456700Z\",\"severity\":\"high\","
                + "\"severity_derived\":true,\"risk\":64,\"status\":\"open\",\"reason\":null,\"techniques\":[\"T1558\",\"T1558.003\"],\"tactics\":[\"TA0006\",\"TA0008\"],"
                + "\"host\":\"wks-114\",\"user\":\"NWF\\\\jdoe\",\"summary\":\"Odd ticket on wks-114 by NWF\\\\jdoe (2 events).\","
                + "\"events\":[{\"id\":12,\"source\":\"a.evtx\",\"entry\":null,\"record\":4711},{\"id\":13,\"source\":\"b.zip\",\"entry\":\"b.evtx\",\"record\":4}],"
                + "\"values\":{},\"count\":2,\"reproduced\":true,\"tags\":[],\"variant\":{\"id\":\"26bb7349caa17b0f\",\"shape\":\"a.exe, b.exe · person\"}}",
                AlertJson.write(alert).toString());
    }

    @Test void aRowSaysItInItsColumnsAndUnknownTimesAreNull() throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dest", "ca01");
        row.put("user", List.of("ann", "bob"));
        row.put("count", 12L);
        row.put("share", 0.5);
        row.put("empty", null);
        row.put("seen", true);
        row.put("mixed", Arrays.asList("a", 1L, null));
        Alert alert = new AlertFactory(rule("$user$ asked $dest$ $count$ times for $what$"), Fidelity.EXACT).alert(new Finding(Time.NONE, List.of(), List.of("e1"), "k",
                fields("{}", row), 1));
        var json = AlertJson.write(alert);
        assertEquals("ann, bob asked ca01 12 times for (unknown what).", alert.summary());
        assertEquals(Optional.of("ca01"), alert.host());
        assertEquals(true, json.get("time").isNull());
        assertEquals("{\"dest\":\"ca01\",\"user\":[\"ann\",\"bob\"],\"count\":12,\"share\":0.5,\"empty\":null,\"seen\":true,\"mixed\":[\"a\",1,null]}",
                json.get("values").toString());
        assertEquals(true, json.get("events_truncated").asBoolean());
    }

    @Test void eventsBeyondTenThousandAreCountedAndSaidToBeLeftOut() throws Exception {
        List<EventReference> many = Collections.nCopies(10_001, new EventReference(1, "a.evtx", "", 1));
        Alert alert = new AlertFactory(rule(""), Fidelity.EXACT).alert(new Finding(0, many, List.of(), "", fields("{}", Map.of()), many.size()));
        var json = AlertJson.write(alert);
        assertEquals(10_000, json.get("events").size());
        assertEquals(10_001, json.get("count").asLong());
        assertEquals(true, json.get("events_truncated").asBoolean());
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {"host":{"hostname":"dc01"},"winlog":{"computer_name":"other"}} | dc01    |
            {"winlog":{"computer_name":"dc01.nwf.example"}}                 | dc01.nwf.example |
            {"agent":{"name":"sensor"},"user":{"name":"-"}}                 | sensor  |
            {"host.name":"flat","user.name":"ann","user.domain":"NWF"}      | flat    | NWF\\ann
            {"Computer":"ca01","SubjectUserName":"bob"}                     | ca01    | bob
            {"winlog":{"event_data":{"TargetUserName":"eve"}}}              |         | eve
            {"user":{"name":null},"host":{"name":[]}}                       |         |
            """)
    void hostAndUserAreFoundUnderTheirManyNames(String document, String host, String user) throws Exception {
        AlertFields fields = fields(document, Map.of());
        assertEquals(Optional.ofNullable(host), fields.host());
        assertEquals(Optional.ofNullable(user), fields.user());
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            $process.name$ ran on $dest$ by $user$             | a.exe, b.exe ran on wks-114 by NWF\\jdoe.
            Cost: 5$ on  $dest$\\n again!                      | Cost: 5$ on wks-114\\n again!
            $nothing here$ and $lost$.                         | $nothing here$ and (unknown lost).
            """)
    void placeholdersOfAMessageAreFilled(String message, String summary) throws Exception {
        assertEquals(summary, new AlertFactory(rule(message), Fidelity.EXACT).alert(finding(EVENT)).summary());
    }

    @Test void longMessagesAreCutBetweenCharacters() throws Exception {
        String summary = new AlertFactory(rule("😀".repeat(2_000)), Fidelity.EXACT).alert(finding("{}")).summary();
        assertEquals("😀".repeat(999) + "…", summary);
    }

    @Test void identitiesDependOnEveryPartAndOnNothingElse() {
        Set<String> ids = new HashSet<>(List.of(AlertIdentity.event("ab", "c", 1, 2), AlertIdentity.event("a", "bc", 1, 2), AlertIdentity.event("ab", "c", 2, 1),
                AlertIdentity.event("ab", "", 1, 2), AlertIdentity.event("ab", "c", 1, -1), AlertIdentity.alert("r", "1", List.of("a", "b"), "k"),
                AlertIdentity.alert("r1", "", List.of("a", "b"), "k"), AlertIdentity.alert("r", "1", List.of("a"), "k"), AlertIdentity.alert("r", "1", List.of("a", "bk"), ""),
                AlertIdentity.alert("r", "1", List.of("a", "b", "k"), "")));
        assertEquals(10, ids.size());
        assertEquals(AlertIdentity.alert("r", "1", List.of("b", "a"), "k"), AlertIdentity.alert("r", "1", List.of("a", "b"), "k"));
        assertNotEquals(AlertIdentity.alert("r", "1", List.of("a", "a"), ""), AlertIdentity.alert("r", "1", List.of("a"), ""));
        // Computed by another program from the documented form.
        assertEquals("a5563c8368b9479e61a3573f656dd632", AlertIdentity.event("ab", "c", 1, 2));
        assertEquals("ccf37a61a058e56cca51da7132e38608", AlertIdentity.alert("r", "1", List.of("a", "b"), "k"));
    }
}
