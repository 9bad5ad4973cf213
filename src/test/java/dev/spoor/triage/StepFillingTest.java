package dev.spoor.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.GuideStep;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alert's values stand in the searches of its guide. */
class StepFillingTest {
    private static final String EVENT = "{\"host\":{\"name\":\"ca01\",\"ip\":[\"10.20.4.11\",\"fe80::11\"]},\"process\":{\"pid\":6120,\"command_line\":\"a \\\"b\\\" C:\\\\x\"}}";

    private static StepFilling filling() throws JsonProcessingException {
        Alert alert =
                new Alert("a1", new Alert.RuleStamp("r1", "Odd", RuleOrigin.SPLUNK, "spl", "1", Fidelity.Status.EXACT), Time.parse("2026-05-02T03:14:07Z"), Severity.HIGH, false,
                        OptionalInt.empty(), Status.OPEN, Optional.empty(), List.of(), List.of(), Optional.of("ca01"), Optional.of("NWF\\adm"), "", List.of(),
                        Map.of("Caller", "adm"), 1, true,
                        List.of());
        return new StepFilling(new AlertValues(alert, List.of(new AlertFields(new ObjectMapper().readTree(EVENT), alert.values()))), "index=x | stats count by Caller");
    }

    private static GuideStep search(String providers, String from, String to) {
        return GuideStep
                .parse("!{investigate{\"label\":\"On {{host.name}}\",\"providers\":[" + providers.replace('\'', '"') + "],\"relativeFrom\":\"" + from + "\",\"relativeTo\":\"" + to
                        + "\"}}")
                .orElseThrow();
    }

    @ParameterizedTest @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            [{'field':'host.name','value':'{{host.name}}','queryType':'phrase'}]                                        ~ (host.name: "ca01")
            [{'field':'process.pid','value':'{{process.pid}}'},{'field':'event.code','value':'4624','excluded':true}]   ~ (process.pid: "6120" and not event.code: "4624")
            [{'field':'host.ip','value':'{{host.ip}}'}]                                                                 ~ (host.ip: ("10.20.4.11" or "fe80::11"))
            [{'field':'process.command_line','value':'{{process.command_line}}'}]                                       ~ (process.command_line: "a \\"b\\" C:\\\\x")
            [{'field':'a','queryType':'exists'}],[{'field':'b','queryType':'exists','excluded':true}]                   ~ ((a: *) or (not b: *))
            [{'field':'n','queryType':'range','value':{'gte':1,'lt':'5'}}]                                              ~ ((n >= "1" and n < "5"))
            [{'field':'host.id','value':'{{host.id}}','queryType':'phrase'}]                                            ~ (host.name: "ca01")
            [{'field':'host.name','value':'host.name','type':'parameter'}]                                              ~ (host.name: "ca01")
            [{'field':'a','value':'{{no.such}}'}],[{'field':'b','value':'x'}]                                           ~ (b: "x")
            """)
    void conditionsBecomeKql(String providers, String kql) throws JsonProcessingException {
        FilledStep filled = filling().fill(search(providers, "", ""));
        assertEquals(kql, filled.query());
        assertEquals("On ca01", filled.label());
        assertEquals(Optional.empty(), filled.problem());
    }

    @Test void theWindowIsCountedFromTheAlert() throws JsonProcessingException {
        assertEquals("(a: *) and @timestamp >= \"2026-05-02T03:14:07.000000000Z||-48h/h\" and @timestamp <= \"2026-05-02T03:14:07.000000000Z\"",
                filling().fill(search("[{'field':'a','queryType':'exists'}]", "now-48h/h", "now")).query());
    }

    @Test void aSearchForSignalsAsksForAlerts() throws JsonProcessingException {
        FilledStep filled = filling().fill(search("[{'field':'event.kind','value':'signal'},{'field':'host.name','value':'{{host.name}}'}]", "", ""));
        assertEquals("", filled.query());
        assertEquals("(host.name: \"ca01\")", filled.alerts());
    }

    @Test void anAbsentValueIsSaid() throws JsonProcessingException {
        FilledStep filled = filling().fill(search("[{'field':'a','value':'{{process.entity_id}}'}]", "", ""));
        assertEquals(Optional.of("The alert has no process.entity_id."), filled.problem());
        assertFalse(filled.runs());
        assertEquals(List.of("The alert has no host.id; host.name is compared instead."),
                filling().fill(search("[{'field':'host.id','value':'{{host.id}}'}]", "", "")).notes());
    }

    @ParameterizedTest @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            %original_detection_search% | search dest = $dest$      ~ index=x | stats count by Caller | search dest = "ca01"
            search Caller="$Caller$" user=$user$                    ~ search Caller="adm" user="NWF\\\\adm"
            """)
    void drillDownsBuildOnTheRule(String search, String spl) throws JsonProcessingException {
        FilledStep filled = filling().fill(new GuideStep.DrillDown("Of $dest$", search));
        assertEquals(spl, filled.query());
        assertEquals("Of ca01", filled.label());
    }

    @Test void riskEventsAreAlerts() throws JsonProcessingException {
        FilledStep filled =
                filling().fill(new GuideStep.DrillDown("Risk of $dest$", "| from datamodel Risk.All_Risk | search normalized_risk_object IN ($user$, \"$dest$\") | stats count"));
        assertEquals(List.of("NWF\\adm", "ca01"), filled.entities());
        assertEquals("", filled.query());
        assertEquals(Optional.of("The alert has no nothing."), filling().fill(new GuideStep.DrillDown("x", "search a=$nothing$")).problem());
    }

    @Test void osqueryIsForTheHost() throws JsonProcessingException {
        FilledStep filled = filling().fill(GuideStep.parse("!{osquery{\"label\":\"DNS\",\"query\":\"SELECT 1 WHERE pid = {{process.pid}}\"}}").orElseThrow());
        assertEquals("SELECT 1 WHERE pid = 6120", filled.query());
        assertEquals("osquery", filled.language());
        assertEquals("ca01", filled.entities().getFirst());
    }
}
