package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions on one step of a sequence, on its key, on nested objects and networks, and in lists that rules share. */
class ExceptionPartsTest {
    /** Three hosts log on, run a tool and connect; on wks-120 the tool is the known one, and on wks-131 the known tool logs on. */
    private static final String EVENTS = """
            {"@timestamp":"2024-05-02T08:00:00Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"authentication"},"host":{"name":"wks-114"},"process":{"name":"winlogon.exe"},"user":{"name":"a.lund"}}
            {"@timestamp":"2024-05-02T08:00:10Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"process"},"host":{"name":"wks-114"},"process":{"name":"tool.exe"},"user":{"name":"a.lund"}}
            {"@timestamp":"2024-05-02T08:00:20Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"network"},"host":{"name":"wks-114"},"destination":{"ip":"198.51.100.7"}}
            {"@timestamp":"2024-05-02T09:00:00Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"authentication"},"host":{"name":"wks-120"},"process":{"name":"winlogon.exe"},"user":{"name":"k.mori"}}
            {"@timestamp":"2024-05-02T09:00:10Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"process"},"host":{"name":"wks-120"},"process":{"name":"agent.exe"},"user":{"name":"k.mori"}}
            {"@timestamp":"2024-05-02T09:00:20Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"network"},"host":{"name":"wks-120"},"destination":{"ip":"10.1.2.3"}}
            {"@timestamp":"2024-05-02T10:00:00Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"authentication"},"host":{"name":"wks-131"},"process":{"name":"agent.exe"},"user":{"name":"m.sand"}}
            {"@timestamp":"2024-05-02T10:00:10Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"process"},"host":{"name":"wks-131"},"process":{"name":"tool.exe"},"user":{"name":"m.sand"}}
            {"@timestamp":"2024-05-02T10:00:20Z","Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","event":{"category":"network"},"host":{"name":"wks-131"},"destination":{"ip":"10.1.2.9"},"signer":[{"trusted":"true","name":"NWF"},{"trusted":"false","name":"Other"}]}
            """;
    private static final String SEQUENCE = "sequence by host.name with maxspan=1m [authentication where true] [process where true] [network where true]";
    private static final String SIGMA = """
            title: Logon and tool
            id: 5e9a0000-0000-4000-8000-0000000000b1
            name: logon
            status: test
            logsource:
              product: windows
              service: security
            detection:
              selection:
                event.category: authentication
              condition: selection
            ---
            title: Tool
            name: tool
            logsource:
              product: windows
              service: security
            detection:
              selection:
                event.category: process
              condition: selection
            """;
    @TempDir Path folder;
    private Path rules;
    private Investigation investigation;

    private static String rule(String id, String type, String language, String query) {
        return """
                [rule]
                name = "Rule %s"
                rule_id = "5e9a0000-0000-4000-8000-0000000000%s"
                description = "d"
                risk_score = 47
                severity = "medium"
                type = "%s"
                language = "%s"
                query = '''%s'''
                """.formatted(id, id, type, language, query);
    }

    @BeforeEach void aCaseWithSequences() throws IOException, WorkbenchException {
        rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.toml"), rule("a1", "eql", "eql", SEQUENCE));
        Files.writeString(rules.resolve("b.toml"), rule("a2", "query", "kuery", "event.category: network"));
        Files.writeString(rules.resolve("c.toml"), rule("a3", "query", "kuery", "event.category: (network or process)"));
        Files.writeString(rules.resolve("d.yml"), """
                title: Logon then tool
                id: 5e9a0000-0000-4000-8000-0000000000a4
                status: test
                correlation:
                  type: temporal_ordered
                  rules: [logon, tool]
                  group-by: [host.name]
                  timespan: 1m
                ---
                """ + SIGMA);
        investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"));
        investigation.load(List.of(Files.writeString(folder.resolve("events.ndjson"), EVENTS)), LoadOptions.DEFAULT, Job.SILENT);
        run();
    }

    @AfterEach void close() throws WorkbenchException {
        investigation.close();
    }

    private List<Alert> run() throws WorkbenchException {
        return investigation.detect(List.of(rules), Job.SILENT);
    }

    private static Set<String> hosts(List<Alert> alerts, String rule) {
        return alerts.stream().filter(alert -> alert.rule().id().endsWith(rule)).map(alert -> alert.host().orElseThrow()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ExceptionItem item(String rule, ExceptionScope scope, ExceptionPart part, Entry... entries) {
        return new ExceptionItem("e", "5e9a0000-0000-4000-8000-0000000000" + rule, "e", List.of(entries), "why", "tester", Clock.now(), Optional.empty(), true, scope, part);
    }

    private static Entry is(String field, String value) {
        return new Entry(field, Entry.Operator.IS, false, List.of(value), false);
    }

    /** What the next run keeps is what the preview lets stay. */
    private void keeps(ExceptionItem item, String rule, String... staying) throws WorkbenchException {
        Suppressed preview = investigation.preview(item);
        investigation.addException(item);
        List<Alert> after = run();
        assertEquals(Set.of(staying), hosts(after, rule));
        assertTrue(preview.alerts().stream().noneMatch(gone -> after.stream().anyMatch(one -> one.id().equals(gone.id()))));
        assertEquals(item, investigation.exceptions().getFirst());
        investigation.removeException(item.id());
    }

    @Test void anExceptionOnOneStepKeepsSequencesInWhichAnotherStepMatches() throws WorkbenchException {
        Entry agent = is("process.name", "agent.exe");
        keeps(item("a1", ExceptionScope.RULE, ExceptionPart.WHOLE, agent), "a1", "wks-114");
        keeps(item("a1", ExceptionScope.RULE, ExceptionPart.step(2), agent), "a1", "wks-114", "wks-131");
        keeps(item("a1", ExceptionScope.RULE, ExceptionPart.step(1), agent), "a1", "wks-114", "wks-120");
        keeps(item("a1", ExceptionScope.RULE, ExceptionPart.KEY, is("host.name", "wks-114")), "a1", "wks-120", "wks-131");
    }

    @Test void aStepOfASigmaCorrelationIsOneOfItsRules() throws WorkbenchException {
        assertEquals(Set.of("wks-114", "wks-120", "wks-131"), hosts(run(), "a4"));
        Entry agent = is("process.name", "agent.exe");
        keeps(item("a4", ExceptionScope.RULE, ExceptionPart.step(2), agent), "a4", "wks-114", "wks-131");
        keeps(item("a4", ExceptionScope.RULE, ExceptionPart.step(1), agent), "a4", "wks-114", "wks-120");
        keeps(item("a4", ExceptionScope.RULE, ExceptionPart.KEY, is("host.name", "wks-120")), "a4", "wks-114", "wks-131");
    }

    @Test void theEventsThatAStepExceptsAreCountedForThatStepOnly() throws WorkbenchException {
        investigation.addException(item("a1", ExceptionScope.RULE, ExceptionPart.step(2), is("process.name", "agent.exe")));
        run();
        assertEquals(1, investigation.exceptionUses().get("e").hits());
    }

    @Test void theStepsAndTheKeyOfARuleAreNamed() throws WorkbenchException {
        RuleParts parts = investigation.exceptionWork().parts("5e9a0000-0000-4000-8000-0000000000a1");
        assertEquals(3, parts.steps().size());
        assertTrue(parts.steps().get(1).contains("process"), parts.toString());
        assertEquals(List.of("host.name"), parts.keys());
        assertEquals(RuleParts.NONE, investigation.exceptionWork().parts("5e9a0000-0000-4000-8000-0000000000a2"));
    }

    @Test void aPartThatTheRuleDoesNotHaveIsRefused() {
        Entry agent = is("process.name", "agent.exe");
        assertTrue(refused(item("a1", ExceptionScope.RULE, ExceptionPart.step(4), agent)).contains("has 3 steps"));
        assertTrue(refused(item("a1", ExceptionScope.RULE, ExceptionPart.KEY, agent)).contains("no field of the join key: host.name"));
        assertTrue(refused(item("a2", ExceptionScope.RULE, ExceptionPart.step(1), agent)).contains("single events"));
        assertTrue(refused(item("a1", ExceptionScope.ALL, ExceptionPart.step(1), agent)).contains("one rule only"));
    }

    private String refused(ExceptionItem item) {
        return assertThrows(WorkbenchException.class, () -> investigation.addException(item)).getMessage();
    }

    @Test void nestedConditionsHoldForOneAndTheSameObject() throws WorkbenchException {
        Entry both = Entry.nested("signer", List.of(is("trusted", "true"), is("name", "NWF")));
        Entry mixed = Entry.nested("signer", List.of(is("trusted", "false"), is("name", "NWF")));
        keeps(item("a2", ExceptionScope.RULE, ExceptionPart.WHOLE, mixed), "a2", "wks-114", "wks-120", "wks-131");
        keeps(item("a2", ExceptionScope.RULE, ExceptionPart.WHOLE, both), "a2", "wks-114", "wks-120");
    }

    @Test void networksAreBlocksAndRanges() throws WorkbenchException {
        Entry inside = new Entry("destination.ip", Entry.Operator.IN_NETWORK, false, List.of("10.1.2.0/29", "198.51.100.1-198.51.100.6"), false);
        keeps(item("a2", ExceptionScope.RULE, ExceptionPart.WHOLE, inside), "a2", "wks-114", "wks-131");
        Entry outside = new Entry("destination.ip", Entry.Operator.IN_NETWORK, true, List.of("10.0.0.0/8"), false);
        keeps(item("a2", ExceptionScope.RULE, ExceptionPart.WHOLE, outside), "a2", "wks-120", "wks-131");
    }

    @Test void aSharedListHoldsForTheRulesThatItIsAttachedTo() throws WorkbenchException {
        String other = "5e9a0000-0000-4000-8000-0000000000a3";
        SharedList list = new SharedList("known", "Known hosts", "", List.of(other), "tester", Clock.now());
        investigation.exceptionWork().saveSharedList(list);
        ExceptionItem item = item("a2", ExceptionScope.of(list), ExceptionPart.WHOLE, is("host.name", "wks-120"));
        Suppressed preview = investigation.preview(item);
        assertEquals(2, preview.rules());
        investigation.addException(item);
        assertEquals(List.of("5e9a0000-0000-4000-8000-0000000000a2", other), investigation.exceptionWork().sharedLists().getFirst().rules());
        List<Alert> after = run();
        assertEquals(Set.of("wks-114", "wks-131"), hosts(after, "a2"));
        assertEquals(Set.of("wks-114", "wks-131"), hosts(after, "a3"));
        assertEquals(Set.of("wks-114", "wks-120", "wks-131"), hosts(after, "a1"));
        assertThrows(WorkbenchException.class, () -> investigation.exceptionWork().removeSharedList("known"));
        investigation.exceptionWork().saveSharedList(list.with(List.of(other)));
        assertEquals(Set.of("wks-114", "wks-120", "wks-131"), hosts(run(), "a2"));
        Verification verified =
                investigation.verify(VerifyRequest.DEFAULT, difference -> assertTrue(difference.result() != Difference.Result.DIFFERS, difference.toString()), Job.SILENT);
        assertTrue(verified != null);
        investigation.removeException("e");
        investigation.exceptionWork().removeSharedList("known");
        assertEquals(List.of(), investigation.exceptionWork().sharedLists());
    }

    @Test void falsePositivesAreToldFromTheRestByTheSmallestCondition() throws WorkbenchException {
        List<Alert> alerts = run();
        List<Alert> ofRule = alerts.stream().filter(alert -> alert.rule().id().endsWith("a3")).toList();
        List<String> tool = ofRule.stream().filter(alert -> alert.host().orElseThrow().equals("wks-114")).map(Alert::id).toList();
        investigation.decide(tool, new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), "", List.of()));
        ExceptionProposal proposal = investigation.exceptionWork().propose("5e9a0000-0000-4000-8000-0000000000a3");
        assertEquals(2, proposal.covered());
        assertEquals(4, proposal.spared());
        assertTrue(proposal.separates());
        assertEquals(List.of(is("host.name", "wks-114")), proposal.draft().entries());
        assertEquals(proposal.draft(), investigation.exceptionWork().propose(tool).draft());
        assertThrows(WorkbenchException.class, () -> investigation.exceptionWork().propose("5e9a0000-0000-4000-8000-0000000000a2"));
    }

    @Test void theBreadthCountsWhatIsNoAlertAndNamesFoldersThatUsersWriteTo() throws WorkbenchException {
        ExceptionBreadth broad = investigation.exceptionWork().breadth(List.of(item("a2", ExceptionScope.RULE, ExceptionPart.WHOLE,
                new Entry("host.name", Entry.Operator.MATCHES, false, List.of("wks-*"), false))), Job.SILENT);
        assertEquals(9, broad.events());
        assertEquals(6, broad.otherEvents());
        assertEquals(3, broad.hosts());
        assertEquals(ExceptionBreadth.Grade.MEDIUM, broad.grade());
        assertEquals(List.of(ExceptionBreadth.Reason.SINGLE_CONDITION, ExceptionBreadth.Reason.NO_END), broad.reasons());
        ExceptionBreadth path = investigation.exceptionWork().breadth(List.of(item("a2", ExceptionScope.ALL, ExceptionPart.WHOLE,
                new Entry("process.executable", Entry.Operator.MATCHES, false, List.of("C:\\\\Users\\\\*\\\\tool.exe"), true))), Job.SILENT);
        assertEquals(List.of("C:\\\\Users\\\\*\\\\tool.exe"), path.writable());
        assertEquals(ExceptionBreadth.Grade.BROAD, path.grade());
    }

    @Test void sampleLogsAreRunWithAndWithoutTheException() throws WorkbenchException, IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Files.writeString(samples.resolve("attack.ndjson"), EVENTS.replace("wks-", "lab-"));
        long events = investigation.summary().events();
        ExceptionItem item = item("a1", ExceptionScope.RULE, ExceptionPart.step(2), is("process.name", "tool.exe"));
        SampleTrial trial = investigation.exceptionWork().trySamples(List.of(item), samples, Job.SILENT);
        assertEquals(9, trial.events());
        assertEquals(3, trial.alerts());
        assertEquals(Set.of("lab-114", "lab-131"), hosts(trial.hidden(), "a1"));
        assertEquals(events, investigation.summary().events());
        assertThrows(WorkbenchException.class, () -> investigation.exceptionWork().trySamples(List.of(item), folder.resolve("none"), Job.SILENT));
    }
}
