package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Severities given on the command line, and exceptions that would hide what is real. */
class TriageSeverityTest {
    private static final String RULE = "7d0f1a52-3f6f-4be5-8f0e-5a4c0f8c9d11";
    @TempDir Path folder;

    @Test void aSeverityIsGivenForAReasonAndTrueAlertsAreNotHiddenByChance() throws IOException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), """
                {"@timestamp":"2026-05-04T10:00:00Z","process":{"name":"keytool.exe"},"host":{"name":"ca01"},"user":{"name":"k.mori"}}
                """);
        Path rule = Files.writeString(folder.resolve("rule.toml"), """
                [rule]
                rule_id = "%s"
                name = "Key tool"
                description = "Invented."
                type = "query"
                language = "kuery"
                severity = "medium"
                risk_score = 47
                version = 1
                query = '''process.name : key*'''
                """.formatted(RULE));
        Path file = folder.resolve("a.spoor");
        assertEquals(0, Spoor.run("load", file, log).status());
        String id = Spoor.run("detect", file, "--rules", rule).json().getFirst().path("id").asText();
        Spoor.run("triage", file, "--alerts", id, "--severity", "low").says(2, "needs the reason");
        Spoor.run("triage", file, "--alerts", id).says(2, "--status or --severity");
        JsonNode given = Spoor.run("triage", file, "--alerts", id, "--severity", "low", "--note", "a drill", "--variants").json().getFirst();
        assertEquals("low medium a drill variant", given.path("severity").asText() + " " + given.path("rule_severity").asText() + " "
                + given.path("severity_given").path("reason").asText() + " " + given.path("severity_given").path("to").asText());
        assertTrue(Spoor.run("triage", file, "--alerts", id, "--severity", "rule", "--variants").json().getFirst().path("severity_given").isMissingNode());
        Spoor.run("triage", file, "--alerts", id, "--status", "closed", "--reason", "true_positive");
        Spoor.run("except", "add", file, "--rule", RULE, "--alert", id).says(3, "closed as true positives");
        assertEquals(0, Spoor.run("except", "list", file).json().size());
        JsonNode added = Spoor.run("except", "add", file, "--rule", RULE, "--alert", id, "--anyway", "seen elsewhere").json().getFirst();
        assertTrue(added.path("comment").asText().endsWith("Hides true positives: seen elsewhere"), added.toString());
    }
}
