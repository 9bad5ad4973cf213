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

/** {@code spoor verify} tells by its exit status and its lines whether a case holds. */
class VerifyCommandTest {
    @TempDir Path folder;

    @Test void theExitStatusSaysWhetherTheCaseHolds() throws IOException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"user\":{\"name\":\"k.mori\"}}\n");
        Path file = folder.resolve("a.spoor");
        assertEquals(0, Spoor.run("load", file, log, "--detect").status());
        Spoor.Outcome holds = Spoor.run("verify", file, "--format", "jsonl");
        List<JsonNode> lines = holds.json();
        assertEquals(0, holds.status(), holds.out() + holds.err());
        assertEquals(1, lines.size(), holds.out());
        assertEquals("holds", lines.getFirst().path("result").asText());
        assertEquals(1, lines.getFirst().path("events").asInt());
        assertTrue(Spoor.run("verify", file, "--format", "table").out().startsWith("The case holds: nothing differs."));
        assertEquals(0, Spoor.run("verify", file, "--head", lines.getFirst().path("journal_head").asText()).status());
        Files.writeString(log, "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"user\":{\"name\":\"k.nori\"}}\n");
        Spoor.Outcome differs = Spoor.run("verify", file, "--format", "jsonl");
        assertEquals(1, differs.status(), differs.err());
        assertEquals("evidence", differs.json().getFirst().path("check").asText());
        assertEquals(log.toString(), differs.json().getFirst().path("subject").asText());
        assertEquals(1, differs.json().getLast().path("differing").path("evidence").asInt());
    }
}
