package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every rule of {@code rules/} over the events beside it. */
class ShippedRulesTest {
    private static final String SUFFIX = ".tests.ndjson";
    private final ObjectMapper json = new ObjectMapper();
    @TempDir Path folder;

    static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
            assertFalse(tests.isEmpty());
            return tests;
        }
    }

    @ParameterizedTest @MethodSource("tests")
    void matchesWhatItMustAndNothingElse(Path tests) throws IOException, WorkbenchException {
        List<String> events = new ArrayList<>();
        TreeSet<Long> expected = new TreeSet<>();
        for (String line : Files.readAllLines(tests)) {
            JsonNode test = json.readTree(line);
            events.add(test.path("event").toString());
            if (test.path("expect").asText().equals("match")) {
                expected.add((long) events.size());
            }
        }
        assertFalse(expected.isEmpty() || expected.size() == events.size(), "an event of each kind");
        assertEquals(expected, matched(Files.write(folder.resolve("events.ndjson"), events), rule(tests)));
    }

    private TreeSet<Long> matched(Path events, Path rule) throws WorkbenchException {
        TreeSet<Long> matched = new TreeSet<>();
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"))) {
            assertEquals(List.of(), investigation.load(List.of(events), LoadOptions.DEFAULT, Job.SILENT).refused());
            for (Alert alert : investigation.detect(List.of(rule), Job.SILENT)) {
                alert.events().forEach(event -> matched.add(event.record()));
            }
            RuleState state = investigation.rules().getFirst();
            assertEquals(Fidelity.Status.EXACT, state.fidelity().status(), state.fidelity().reasons().toString());
            assertFalse(state.rule().guide().isEmpty(), "a guide");
        }
        return matched;
    }

    private static Path rule(Path tests) {
        String name = tests.getFileName().toString().replace(SUFFIX, "");
        return Stream.of(".toml", ".yml").map(suffix -> tests.resolveSibling(name + suffix)).filter(Files::exists).findFirst().orElseThrow();
    }
}
