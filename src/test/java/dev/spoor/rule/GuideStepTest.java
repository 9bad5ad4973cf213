package dev.spoor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideStepTest {
    @Test void aSearchHasAlternativesOfConditions() {
        String line =
                "  - !{investigate{\"label\":\"Same user\",\"description\":\"all day\",\"providers\":[[{\"field\":\"user.name\",\"value\":\"{{user.name}}\",\"queryType\":\"phrase\"},"
                        + "{\"field\":\"host.name\",\"queryType\":\"exists\",\"excluded\":true}],[{\"field\":\"count\",\"value\":3}]],\"relativeFrom\":\"now-1h\",\"relativeTo\":\"now\"}}";
        assertEquals(Optional.of(new GuideStep.Search("Same user", "all day", List.of(List.of(new GuideStep.Condition("user.name", "{{user.name}}", "phrase", false),
                new GuideStep.Condition("host.name", "", "exists", true)), List.of(new GuideStep.Condition("count", "3", "phrase", false))), "now-1h", "now")),
                GuideStep.parse(line));
        assertEquals(GuideStep.parse(line), GuideStep.parse(line.replace("investigate", "insight")));
    }

    @Test void anOsqueryHasItsMapping() {
        assertEquals(List.of(new GuideStep.Osquery("DNS cache", "SELECT *\nFROM dns_cache", List.of(new GuideStep.Mapping("dns.question.name", "name", false),
                new GuideStep.Mapping("event.kind", "state", true)))),
                GuideStep.in("Look:\n!{osquery{\"label\":\"DNS cache\",\"query\":\"SELECT *\\nFROM dns_cache\",\"ecs_mapping\":{\"dns.question.name\":{\"field\":\"name\"},"
                        + "\"event.kind\":{\"value\":\"state\"}}}}\n"));
    }

    @ParameterizedTest @ValueSource(strings = {"", "!{", "!{}}", "!{tooltip{}}", "!{osquery{}", "!{osquery{\"a\":}}", "text !{osquery{}}", "!{osquery}}"})
    void anythingElseIsText(String line) {
        assertEquals(Optional.empty(), GuideStep.parse(line));
    }
}
