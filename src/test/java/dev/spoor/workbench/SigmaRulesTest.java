package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.Job;
import dev.spoor.query.SpecFile;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.rule.library.RuleLibrary;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigmaRulesTest {
    private static final Instant BEGIN = Instant.parse("2024-05-10T08:00:00Z");
    private static final String PARTS = """
            ---
            name: many
            correlation: {type: event_count, rules: [fail], group-by: [User], timespan: 10m, condition: {gte: 3}}
            ---
            name: fail
            logsource: {category: test}
            detection: {s: {Kind: fail}, condition: s}
            ---
            name: ok
            logsource: {category: test}
            detection: {s: {Kind: ok}, condition: s}
            ---
            name: load
            logsource: {category: test}
            detection: {s: {Kind: load}, condition: s}
            """;
    private static final String RULES = """
            title: Logons that fail
            id: 00000000-0000-4000-8000-000000000001
            name: fails
            status: test
            description: Somebody tries passwords.
            references: [https://nwf.example/a]
            author: J. Doe, A. Roe
            date: 2024-05-01
            tags: [attack.credential-access, attack.t1110.001, cve.2024-1234, detection.threat-hunting]
            logsource: {product: windows, service: security, definition: Audit logons}
            detection:
              s: {EventID: 4625}
              condition: s
            falsepositives: [Forgotten passwords]
            level: high
            ---
            title: Many logons that fail
            id: 00000000-0000-4000-8000-000000000002
            correlation:
              type: event_count
              rules: [fails]
              group-by: [TargetUserName]
              timespan: 5m
              condition: {gte: 2}
            level: critical
            """;
    private static final String LOGONS = """
            {"@timestamp":"2024-05-10T08:00:00Z","Channel":"Security","EventID":4625,"SourceName":"Microsoft-Windows-Security-Auditing","TargetUserName":"jdoe"}
            {"@timestamp":"2024-05-10T08:01:00Z","Channel":"Security","EventID":4625,"SourceName":"Microsoft-Windows-Security-Auditing","TargetUserName":"jdoe"}
            {"@timestamp":"2024-05-10T08:02:00Z","Channel":"Application","EventID":4625,"SourceName":"Northwind","TargetUserName":"jdoe"}
            {"@timestamp":"2024-05-10T08:02:00Z","Channel":"Security","EventID":4625,"SourceName":"Microsoft-Windows-Security-Auditing","TargetUserName":"roe"}
            """;
    @TempDir static Path shared;
    private static Investigation empty;
    @TempDir Path folder;

    @BeforeAll static void open() throws WorkbenchException {
        empty = new Workbench().openOrCreate(shared.resolve("empty.spoor"));
    }

    @AfterAll static void close() throws WorkbenchException {
        empty.close();
    }

    static List<SpecFile.Case> correlations() {
        return SpecFile.cases("sigma/correlations.spec");
    }

    @ParameterizedTest @MethodSource("correlations")
    void aCorrelationTellsItsGroups(SpecFile.Case spec) throws WorkbenchException, IOException {
        int bar = spec.input().lastIndexOf(" | ");
        List<ObjectNode> documents = new ArrayList<>();
        for (String event : spec.input().substring(bar + 3).split("; ")) {
            String[] parts = event.split(" ");
            ObjectNode document = new ObjectMapper().createObjectNode().put("@timestamp", BEGIN.plusSeconds(Long.parseLong(parts[0])).toString()).put("Kind", parts[1]);
            if (!parts[2].equals("-")) {
                document.put("User", parts[2]);
            }
            document.put("Host", parts.length > 3 ? parts[3] : "h");
            if (parts.length > 4) {
                document.put("Bytes", Long.parseLong(parts[4]));
            }
            documents.add(document);
        }
        String query = "title: t\ncorrelation: " + spec.input().substring(0, bar) + "\n" + PARTS;
        HuntAnswer answer = empty.hunt(new HuntRequest("sigma", query, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false), documents, Job.SILENT);
        String found = answer instanceof HuntAnswer.Correlations told ? told.correlations().stream().map(SigmaRulesTest::told).collect(Collectors.joining(" ")) : answer.toString();
        assertEquals(spec.outcome(), found.isEmpty() ? "none" : found);
    }

    private static String told(HuntAnswer.CorrelatedEvents one) {
        String seconds =
                one.events().stream().map(event -> Instant.parse(event.document().path("@timestamp").asText()).getEpochSecond() - BEGIN.getEpochSecond()).map(String::valueOf)
                        .collect(Collectors.joining("+"));
        return String.join(",", one.group().values()) + "@" + seconds;
    }

    @Test void rulesOfAFileRunAndThoseThatOnlyFeedACorrelationDoNot() throws WorkbenchException, IOException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
        Path both = Files.writeString(folder.resolve("both.yml"), RULES.replace("  type: event_count", "  type: event_count\n  generate: true"));
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"))) {
            investigation.load(List.of(Files.writeString(folder.resolve("logons.ndjson"), LOGONS)), LoadOptions.DEFAULT, Job.SILENT);
            List<Alert> alerts = investigation.detect(List.of(rules), Job.SILENT);
            assertEquals(List.of("Many logons that fail 2"), alerts.stream().map(alert -> alert.rule().name() + " " + alert.count()).toList());
            assertEquals(Severity.CRITICAL, alerts.getFirst().severity());
            assertEquals(4, investigation.detect(List.of(both), Job.SILENT).size());
        }
    }

    @Test void aRuleKeepsWhatItsFileSays() throws IOException {
        Rule rule = RuleLibrary.load(List.of(Files.writeString(folder.resolve("rules.yml"), RULES.substring(0, RULES.indexOf("---")))), Job.SILENT).rules().getFirst();
        assertEquals(RuleOrigin.SIGMA, rule.origin());
        assertEquals(Severity.HIGH, rule.severity());
        assertEquals(73, rule.risk().orElseThrow());
        assertEquals(List.of("J. Doe", "A. Roe"), rule.authors());
        assertEquals(List.of("Forgotten passwords"), rule.falsePositives());
        assertEquals("T1110.001", rule.threats().getFirst().techniques().getFirst().subtechniques().getFirst().id());
        assertEquals("TA0006", rule.threats().getFirst().tactic().id());
        assertTrue(rule.tags().containsAll(List.of("CVE: CVE-2024-1234", "detection.threat-hunting", "Status: test")), rule.tags().toString());
        assertEquals("logsource: {product: windows, service: security, definition: Audit logons}\ndetection:\n  s: {EventID: 4625}\n  condition: s", rule.query());
    }

    @Test void otherToolsDialectsAreToldApart() throws IOException {
        Files.writeString(folder.resolve("h.yml"), "title: h\nruletype: Hayabusa\nlogsource: {product: windows}\ndetection: {s: {EventID: 1}, condition: s}\n");
        Files.writeString(folder.resolve("c.yml"), "title: c\ngroup: g\nkind: evtx\nfilter: {condition: a}\n");
        RuleLibrary library = RuleLibrary.load(List.of(folder), Job.SILENT);
        List<String> told = library.problems().stream().map(problem -> problem.message()).toList();
        assertTrue(told.stream().anyMatch(message -> message.contains("Hayabusa")), told.toString());
        assertTrue(told.stream().anyMatch(message -> message.contains("Chainsaw")), told.toString());
    }
}
