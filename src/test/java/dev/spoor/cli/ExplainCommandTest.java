package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spoor explain} prints the clauses of a rule on an event, and near misses. */
class ExplainCommandTest {
    @TempDir Path folder;

    @Test void clausesHaveVerdictsValuesPlacesAndMatches() throws IOException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), """
                {"@timestamp":"2026-05-04T10:00:00Z","process":{"name":"keytool.exe","args":"-export ca01"},"user":{"name":"k.mori"}}
                {"@timestamp":"2026-05-04T10:00:01Z","process":{"name":"keytool.exe"},"user":{"name":"adm-pki2"}}
                {"@timestamp":"2026-05-04T10:00:02Z","user":{"name":"adm-pki2"}}
                """);
        Path rule = Files.writeString(folder.resolve("rule.toml"), """
                [rule]
                rule_id = "7d0f1a52-3f6f-4be5-8f0e-5a4c0f8c9d11"
                name = "Key tool by an unusual user"
                description = "Invented."
                type = "query"
                language = "kuery"
                severity = "low"
                risk_score = 21
                version = 1
                query = '''process.name : key* and not user.name : "adm-pki2"'''
                """);
        Path file = folder.resolve("a.spoor");
        assertEquals(0, Spoor.run("load", file, log).status());
        Spoor.Outcome ran = Spoor.run("detect", file, "--rules", rule);
        assertEquals(1, ran.json().size(), ran.out() + ran.err());
        String id = "7d0f1a52-3f6f-4be5-8f0e-5a4c0f8c9d11";
        JsonNode fired = Spoor.run("explain", file, "--rule", id, "--event", 1, "--format", "jsonl").json().getFirst();
        assertTrue(fired.path("verdict").asBoolean(), fired.toString());
        JsonNode name = fired.findParent("matches");
        assertEquals("{\"field\":\"process.name\",\"value\":\"keytool.exe\",\"passes\":true,\"matches\":[[0,3]]}", name.toString());
        JsonNode missing = Spoor.run("explain", file, "--rule", id, "--event", 3, "--format", "jsonl").json().getFirst();
        assertEquals(false, missing.path("verdict").asBoolean());
        assertTrue(missing.toString().contains("\"verdict\":\"unknown\",\"span\":[0,"), missing.toString());
        List<JsonNode> near = Spoor.run("explain", file, "--rule", id, "--format", "jsonl").json();
        assertEquals(List.of("2:1", "3:2"), near.stream().map(one -> one.path("event").asInt() + ":" + one.path("failing").asInt()).toList());
        assertTrue(Spoor.run("explain", file, "--rule", id, "--event", 1, "--format", "table").out().contains("process.name = keytool.exe"));
        Spoor.run("explain", file, "--rule", "nothing", "--event", 1).says(3, "no rule nothing");
        Spoor.run("explain", file, "--rule", id, "--event", 99).says(3, "no event 99");
    }
}
