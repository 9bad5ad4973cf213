package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.sigma.SigmaLanguage;
import dev.spoor.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sigma documents that name those of other files, and collections of older Sigma. */
class SigmaFilesTest {
    private static final String DOOR = """
            title: Door Opened
            id: 00000000-0000-4000-8000-000000000001
            name: door
            logsource: {product: windows, service: security}
            detection: {selection: {EventID: 4624}, condition: selection}
            """;
    @TempDir Path folder;

    private RuleLibrary load() throws Exception {
        RuleLibrary library = RuleLibrary.load(List.of(folder), Job.SILENT);
        QueryLanguage language = new SigmaLanguage();
        for (Rule rule : library.rules()) {
            language.parse(rule.query());
        }
        return library;
    }

    private void correlation(String more) throws Exception {
        Files.writeString(folder.resolve("many.yml"), """
                title: Many Doors
                id: 00000000-0000-4000-8000-000000000002
                correlation: {type: event_count, rules: [door], group-by: [TargetUserName], timespan: 5m, condition: {gte: 3}%s}
                """.formatted(more));
    }

    @Test void aCorrelationCountsARuleOfAnotherFileWhichIsSilentThen() throws Exception {
        Files.writeString(folder.resolve("zdoor.yml"), DOOR);
        correlation("");
        RuleLibrary library = load();
        assertEquals(List.of("Many Doors"), library.rules().stream().map(Rule::name).toList());
        assertTrue(library.rules().getFirst().query().contains("EventID: 4624"));
        assertEquals("a part of a correlation, which does not say generate: true", library.notRules().getFirst().why());
    }

    @Test void withGenerateTheRuleRaisesAlertsToo() throws Exception {
        Files.writeString(folder.resolve("door.yml"), DOOR);
        correlation(", generate: true");
        assertEquals(List.of("Door Opened", "Many Doors"), load().rules().stream().map(Rule::name).toList());
    }

    @Test void aFilterIsJoinedToRulesOfOtherFilesAlsoWithinCorrelations() throws Exception {
        Files.writeString(folder.resolve("door.yml"), DOOR);
        correlation(", generate: true");
        Files.writeString(folder.resolve("filter.yml"), """
                title: Not The Guard
                logsource: {product: windows, service: security}
                filter:
                  rules: [door]
                  selection: {TargetUserName: guard}
                  condition: not selection
                """);
        RuleLibrary library = load();
        assertEquals(2, library.rules().size());
        assertTrue(library.rules().stream().allMatch(rule -> rule.query().contains("guard")), () -> library.rules().toString());
        assertEquals("a filter, which is joined to the rules that it names", library.notRules().getFirst().why());
    }

    @Test void aFilterThatNamesNoRuleIsAProblem() throws Exception {
        Files.writeString(folder.resolve("door.yml"), DOOR);
        Files.writeString(folder.resolve("filter.yml"), "title: A\nlogsource: {product: windows}\nfilter: {rules: [window], selection: {a: b}, condition: not selection}\n");
        RuleLibrary library = load();
        assertEquals("The filter names no rule that was loaded: window", library.problems().getFirst().message());
        assertTrue(!library.rules().getFirst().query().contains("filter"));
    }

    @Test void aPlaceholdersListStandsInAFileBesideTheRules() throws Exception {
        Files.createDirectory(folder.resolve("placeholders"));
        Files.writeString(folder.resolve("placeholders/guards.txt"), "ann\nbob\n");
        Files.writeString(folder.resolve("placeholders/other.txt"), "eve\n");
        Files.writeString(folder.resolve("guard.yml"), """
                title: Guard
                logsource: {product: windows, service: security}
                detection: {selection: {TargetUserName|expand: '%guards%'}, condition: selection}
                """);
        RuleLibrary library = RuleLibrary.load(List.of(folder), Job.SILENT);
        assertEquals(Map.of("%guards%", "ann\nbob\n"), library.rules().getFirst().macros());
    }

    @Test void aCollectionsGlobalDocumentHoldsForThoseBehindIt() throws Exception {
        Files.writeString(folder.resolve("old.yml"), """
                action: global
                title: Old Door
                id: 00000000-0000-4000-8000-000000000003
                detection: {condition: selection}
                ---
                logsource: {product: windows, service: security}
                detection: {selection: {EventID: 4624, TargetUserName: 'O''Neil\\*'}}
                ---
                action: repeat
                detection: {selection: {EventID: 4625}}
                ---
                action: reset
                ---
                title: Alone
                logsource: {product: windows, service: system}
                detection: {selection: {EventID: 1}, condition: selection}
                """);
        List<Rule> rules = load().rules();
        assertEquals(List.of("00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000003-2"), rules.stream().map(Rule::id).limit(2).toList());
        assertEquals(List.of("Old Door", "Old Door", "Alone"), rules.stream().map(Rule::name).toList());
        assertEquals("detection: {\"condition\": \"selection\", \"selection\": {\"EventID\": 4625, \"TargetUserName\": \"O'Neil\\\\*\"}}",
                rules.get(1).query().lines().filter(line -> line.startsWith("detection")).findFirst().orElse(""));
        assertTrue(rules.get(2).query().contains("EventID: 1"));
    }
}
