package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the register says of a source, line by line of {@code cli/sources.txt}. */
class SourcesTest {
    @TempDir Path folder;

    static Stream<String> lines() throws IOException {
        return new String(SourcesTest.class.getResourceAsStream("/cli/sources.txt").readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
    }

    private static String shown(JsonNode source) {
        return Stream.of("state", "time_zone", "time_zone_found", "records", "embedded", "damaged").map(key -> source.path(key).asText()).collect(Collectors.joining(", "));
    }

    @ParameterizedTest @MethodSource("lines")
    void aSourceTellsItsStateAndItsTimeZone(String line) throws IOException {
        String[] parts = line.split(" ?\\| ");
        Path log = Files.writeString(folder.resolve(parts[1]), parts[2].replace("\\n", "\n") + "\n");
        List<Object> load = new ArrayList<>(List.of("load", "--quiet", folder.resolve("case.spoor"), log));
        Stream.of(parts[0].split(" ")).filter(word -> !word.isEmpty()).forEach(load::add);
        Spoor.Outcome outcome = Spoor.run(load.toArray());
        assertEquals(parts[3].startsWith("loaded") ? 0 : 3, outcome.status(), outcome.err());
        assertEquals(parts[3], shown(Spoor.run("sources", folder.resolve("case.spoor"), "--format", "jsonl", "--quiet").json().getFirst()));
    }

    @Test void moreProblemsThanAreKeptAreCountedAndSaid() throws IOException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), "{\"n\":1}\n" + "{\"n\":\n".repeat(1_234));
        assertEquals(0, Spoor.run("load", "--quiet", folder.resolve("case.spoor"), log).status());
        JsonNode source = Spoor.run("sources", folder.resolve("case.spoor"), "--format", "jsonl", "--quiet").json().getFirst();
        assertEquals(1_234, source.path("damaged").asInt());
        assertEquals("Not all problems are told one by one: 235 more places could not be read.", source.path("problems").path(0).asText());
    }

    @Test void aCopyIsADuplicate() throws IOException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), "{\"@timestamp\":\"2026-03-02T08:15:30Z\"}\n");
        Path copy = Files.copy(log, folder.resolve("b.ndjson"));
        assertEquals(0, Spoor.run("load", "--quiet", folder.resolve("case.spoor"), log, copy).status());
        JsonNode last = Spoor.run("sources", folder.resolve("case.spoor"), "--format", "jsonl", "--quiet").json().getLast();
        assertEquals("duplicate, null, null, 0, 0, 0", shown(last));
        assertTrue(last.path("duplicate_of").asText().endsWith("a.ndjson"));
    }
}
