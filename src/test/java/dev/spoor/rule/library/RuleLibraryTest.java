package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLibraryTest {
    @TempDir Path folder;

    @Test void ofTwoRulesWithOneIdTheNewerVersionCountsAndTheOtherIsTold() throws IOException {
        splunk("a.yml", "Door Held Open", "id: d1\nversion: 9\n", "index=a");
        splunk("b.yml", "Door Held Open", "id: d1\nversion: 10\n", "index=b");
        splunk("c.yml", "Door Held Open", "id: d1\nversion: 2\n", "index=c");
        RuleLibrary library = RuleLibrary.load(List.of(folder), Job.SILENT);
        assertEquals("index=b", library.rule("d1").orElseThrow().query());
        assertEquals(1, library.rules().size());
        assertEquals(List.of("index=a", "index=c"), library.duplicates().stream().map(duplicate -> duplicate.rule().query()).toList());
        assertTrue(library.duplicates().stream().allMatch(duplicate -> duplicate.winner().query().equals("index=b")));
        assertTrue(library.duplicates().getFirst().message().endsWith("b.yml, version 10, which counts"), library.duplicates().getFirst().message());
    }

    @Test void ofEqualVersionsTheFirstPathCounts() throws IOException {
        splunk("b.yml", "Door Held Open", "id: d1\n", "index=b");
        splunk("a.yml", "Door Held Open", "id: d1\n", "index=a");
        assertEquals("index=a", RuleLibrary.load(List.of(folder), Job.SILENT).rule("d1").orElseThrow().query());
    }

    @Test void aRuleWithoutAnIdGetsTheSameOneEveryTime() throws IOException {
        splunk("a.yml", "Door Held Open", "", "index=a");
        Rule rule = RuleLibrary.load(List.of(folder), Job.SILENT).rules().getFirst();
        assertTrue(rule.idDerived());
        // Python: uuid.uuid5(uuid.NAMESPACE_URL, "spoor:rule:splunk:Door Held Open")
        assertEquals("8706d882-2528-5970-b20c-87d58ea98c05", rule.id());
    }

    @Test void filesThatAreNoRulesAreCountedApart() throws IOException {
        splunk("a.yml", "Door Held Open", "id: d1\n", "index=a");
        write("LICENSE.txt", "Free to use.");
        write("picture.png", "no text");
        Files.write(folder.resolve("latin.txt"), "T\u00fcr".getBytes(StandardCharsets.ISO_8859_1));
        write("broken.yml", "name: x\nsearch: [\n");
        RuleLibrary library = RuleLibrary.load(List.of(folder), Job.SILENT);
        assertEquals(List.of("no format of rules that is known", "not UTF-8 text", "another kind of file"), library.notRules().stream().map(n -> n.why()).toList());
        assertEquals(1, library.problems().size());
        assertEquals(1, library.rules().size());
    }

    @Test void aPathThatDoesNotExistIsAProblem() {
        RuleLibrary library = RuleLibrary.load(List.of(folder.resolve("nowhere")), Job.SILENT);
        assertTrue(library.problems().getFirst().message().startsWith("Cannot be read"));
    }

    @Test void macrosOfAPackAreFoundBesideAndAboveTheGivenFolder() throws IOException {
        Files.createDirectories(folder.resolve("macros"));
        Files.createDirectories(folder.resolve("detections/endpoint"));
        write("macros/doors.yml", "name: doors\ndefinition: sourcetype=door `shift(late)`\n");
        write("macros/shift.yml", "name: shift\narguments: [which, where]\ndefinition: shift=$which$ site=$where$ again=$which$\n");
        write("macros/other.yml", "name: other\ndefinition: sourcetype=other\n");
        write("macros/broken.yml", "name: [\n");
        splunk("detections/endpoint/a.yml", "Door Held Open", "id: d1\n", "'`doors` | stats count'");
        RuleLibrary library = RuleLibrary.load(List.of(folder.resolve("detections/endpoint")), Job.SILENT);
        assertEquals(Map.of("doors", "sourcetype=door `shift(late)`", "shift(2)", "shift=$1$ site=$2$ again=$1$"), library.rule("d1").orElseThrow().macros());
        assertTrue(library.problems().getFirst().message().contains("broken.yml"));
    }

    @Test void theShippedRulesAreReadWithoutProblems() {
        RuleLibrary library = RuleLibrary.load(List.of(Path.of("rules")), Job.SILENT);
        assertEquals(List.of(), library.problems());
        assertTrue(library.rules().size() >= 3);
        assertTrue(library.rules().stream().allMatch(rule -> !rule.guide().isEmpty() && !rule.threats().isEmpty() && !rule.falsePositives().isEmpty()));
        assertTrue(library.rules().stream().allMatch(rule -> Files.exists(Path.of(rule.path().replaceFirst("\\.[a-z]+$", ".tests.ndjson")))));
    }

    @Test void charactersBeyondTheFirstPlaneSurviveAnywhereInYaml() throws IOException {
        splunk("a.yml", "Door", "id: d1\ndescription: " + "x".repeat(1010) + "\uD83D\uDEAA".repeat(700) + "\n", "index=a");
        assertTrue(RuleLibrary.load(List.of(folder), Job.SILENT).rule("d1").orElseThrow().description().endsWith("\uD83D\uDEAA"));
    }

    private void splunk(String file, String name, String more, String search) throws IOException {
        write(file, "name: " + name + "\n" + more + "search: " + search + "\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
