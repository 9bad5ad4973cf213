package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.report.ReportOptions;
import dev.spoor.report.ReportSection;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The use cases on the sample logs, from files to the report. */
class InvestigationTest {
    private final Workbench workbench = new Workbench();
    @TempDir Path folder;
    private List<Path> logs;

    @BeforeEach void writeLogs() throws IOException {
        logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
    }

    private Investigation loaded(String name, List<Path> paths) throws WorkbenchException {
        Investigation investigation = workbench.openOrCreate(folder.resolve(name));
        investigation.load(paths, LoadOptions.DEFAULT, Job.SILENT);
        return investigation;
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    /** The harmless one. */
    private static Alert backup(List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.user().equals(Optional.of("svc-backup"))).findFirst().orElseThrow();
    }

    private static Alert delegation(List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.rule().name().contains("krbtgt")).findFirst().orElseThrow();
    }

    private Path log(String host) {
        return logs.stream().filter(file -> file.getFileName().toString().startsWith(host)).findFirst().orElseThrow();
    }

    @Test void theSampleFiresEveryShippedRule() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            List<Alert> alerts = investigation.detect(List.of(), Job.SILENT);
            assertEquals(17, alerts.size());
            assertEquals(Set.of(), investigation.rules().stream().filter(rule -> alerts.stream().noneMatch(alert -> alert.rule().id().equals(rule.rule().id())))
                    .map(rule -> rule.rule().name()).collect(Collectors.toSet()));
            assertEquals(2, backup(alerts).count());
            assertEquals(Optional.of("NWF\\adm-pki2"), delegation(alerts).user());
        }
    }

    @Test void theOrderOfLoadingChangesNoAlert() throws WorkbenchException {
        try (Investigation one = loaded("one.spoor", logs); Investigation other = loaded("other.spoor", logs.reversed())) {
            assertEquals(ids(one.detect(List.of(), Job.SILENT)), ids(other.detect(List.of(), Job.SILENT)));
        }
    }

    @Test void theNumberOfThreadsChangesNoAlert() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            DetectRequest usual = new DetectRequest(List.of(), List.of(), Optional.empty());
            List<Alert> one = investigation.detect(new DetectRequest(List.of(), List.of(), Optional.empty(), 1), Job.SILENT);
            assertEquals(one, investigation.detect(new DetectRequest(List.of(), List.of(), Optional.empty(), 7), Job.SILENT));
            assertEquals(one, investigation.detect(usual, Job.SILENT));
        }
    }

    @Test void aDecisionSurvivesTheNextRunAndTheNextOpening() throws WorkbenchException {
        String id;
        try (Investigation investigation = loaded("a.spoor", logs)) {
            id = backup(investigation.detect(List.of(), Job.SILENT)).id();
            investigation.decide(List.of(id), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), "Nightly backup", List.of("backup")));
        }
        try (Investigation investigation = workbench.open(folder.resolve("a.spoor"))) {
            Alert again = backup(investigation.detect(List.of(), Job.SILENT));
            assertEquals(id, again.id());
            assertEquals(Optional.of(Reason.FALSE_POSITIVE), again.reason());
            assertEquals(List.of("backup"), again.tags());
            assertTrue(investigation.details(id).history().stream().anyMatch(entry -> entry.detail().contains("Nightly backup")));
        }
    }

    @Test void anExceptionKeepsItsAlertAwayAndOnlyThat() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            List<Alert> before = investigation.detect(List.of(), Job.SILENT);
            Alert backup = backup(before);
            ExceptionDraft draft = investigation.suggestException(backup.id());
            assertTrue(draft.entries().stream().anyMatch(entry -> entry.values().equals(List.of("svc-backup"))), draft.toString());
            var item = draft.item("e1", backup.rule().id(), investigation.analyst(), Time.parse("2024-05-03"));
            assertEquals(List.of(backup.id()), ids(investigation.preview(item).alerts()));
            investigation.addException(item);
            assertEquals(ids(before.stream().filter(alert -> !alert.equals(backup)).toList()), ids(investigation.detect(List.of(), Job.SILENT)));
            Alert kept = investigation.alerts().stream().filter(alert -> alert.id().equals(backup.id())).findFirst().orElseThrow();
            assertFalse(kept.reproduced());
            investigation.removeException("e1");
            assertEquals(ids(before), ids(investigation.detect(List.of(), Job.SILENT)));
        }
    }

    @Test void anExceptionOnAFieldThatTheEventLacksSuppressesNothing() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            List<Alert> before = investigation.detect(List.of(), Job.SILENT);
            for (Alert alert : before) {
                ExceptionDraft draft = new ExceptionDraft("", List.of(new Entry("process.hash.md5", Entry.Operator.IS, true, List.of("x"), false)), "", Optional.empty());
                var item = draft.item("e-" + alert.id(), alert.rule().id(), "tester", 0);
                assertEquals(List.of(), investigation.preview(item).alerts());
                investigation.addException(item);
            }
            assertEquals(ids(before), ids(investigation.detect(List.of(), Job.SILENT)));
        }
    }

    @Test void aFindingHasAlertsAndANarrativeAndReachesTheReportAndTheCaseStaysWhole() throws WorkbenchException, IOException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            List<Alert> alerts = investigation.detect(List.of(), Job.SILENT);
            investigation.addToFinding("Copied authority", "First draft.", List.of(alerts.get(0).id()));
            investigation.addToFinding("Copied authority", "The authority was copied.", List.of(alerts.get(1).id()));
            investigation.assign(List.of(alerts.get(0).id()), "r.osei");
            Finding finding = investigation.findings().getFirst();
            assertEquals(List.of(1, "Copied authority", "The authority was copied.", 2),
                    List.of(investigation.findings().size(), finding.name(), finding.narrative(), finding.alerts().size()));
            assertEquals("r.osei", investigation.details(alerts.get(0).id()).assignee());
            for (String kind : List.of("html", "json")) {
                Path report = folder.resolve("report." + kind);
                investigation.report(report, Job.SILENT);
                String text = Files.readString(report);
                assertTrue(text.contains("The authority was copied."), text);
                assertTrue(kind.equals("json") ? text.contains("\"variants_decided\" : 0") || text.contains("\"variants_decided\":0") : text.contains("variants, 0 decided"), text);
            }
            List<Difference> differences = new ArrayList<>();
            investigation.verify(VerifyRequest.DEFAULT, differences::add, Job.SILENT);
            assertEquals(List.of(), differences);
        }
    }

    @Test void theProcessOfAnAlertStandsAmongOthersAndValuesAreCounted() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            Alert alert = investigation.detect(List.of(), Job.SILENT).stream()
                    .filter(one -> one.variant().shape().contains("powershell.exe") && one.user().orElse("").contains("m-ops4")).findFirst().orElseThrow();
            Related related = investigation.related(alert.id(), Map.of("process.name", List.of("powershell.exe", "nothing.exe")), 600L * 10_000_000, Job.SILENT);
            assertEquals(1, related.processes().stream().filter(Related.ProcessLine::own).count());
            assertTrue(related.processes().stream().anyMatch(line -> line.image().endsWith("upd.exe")), related.toString());
            assertTrue(related.processes().stream().anyMatch(line -> line.image().endsWith("EXCEL.EXE") && line.depth() < 3 && !line.own()), related.toString());
            assertEquals(List.of(0L, 7L), related.prevalence().stream().map(Related.Prevalence::events).sorted().toList());
            assertTrue(related.before().stream().allMatch(event -> event.time() <= alert.time()) && related.after().stream().allMatch(event -> event.time() >= alert.time()));
        }
    }

    @Test void loadingAgainDoublesNothing() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            long events = investigation.summary().events();
            LoadResult again = investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
            assertEquals(0, again.loaded());
            assertEquals(logs.size(), again.duplicates());
            assertEquals(events, investigation.summary().events());
            assertEquals(logs.size(), investigation.sources().size());
        }
    }

    @Test void aCopyOfAFileIsRegisteredAsDuplicateOfTheFirst() throws WorkbenchException, IOException {
        Path copy = Files.copy(logs.getFirst(), folder.resolve("copy.evtx"));
        try (Investigation investigation = loaded("a.spoor", List.of(logs.getFirst(), copy))) {
            assertEquals(Optional.of(logs.getFirst().toString()), investigation.sources().get(1).duplicateOf());
        }
    }

    @Test void aCopyStandsInTheRegisterOnceHoweverOftenItIsLoaded() throws WorkbenchException, IOException {
        Path copy = Files.copy(logs.getFirst(), folder.resolve("copy.evtx"));
        try (Investigation investigation = loaded("a.spoor", List.of(logs.getFirst(), copy))) {
            investigation.load(List.of(logs.getFirst(), copy), LoadOptions.DEFAULT, Job.SILENT);
            assertEquals(2, investigation.sources().size());
        }
    }

    @Test void aFileThatCouldNotBeReadAtFirstIsLoadedOnceWhenItCan() throws WorkbenchException, IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "one: two\n{\"a\":1}\n{\"a\":2}\n");
        LoadOptions asJson = new LoadOptions("", Optional.empty(), Optional.empty(), Optional.of("json"), false, false);
        try (Investigation investigation = loaded("a.spoor", List.of(notes))) {
            assertEquals(0, investigation.summary().events());
            investigation.load(List.of(notes), asJson, Job.SILENT);
            investigation.load(List.of(notes), asJson, Job.SILENT);
            assertEquals(2, investigation.summary().events());
        }
    }

    @Test void anEventIsShownWithBothViewsAndItsRecord() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            Alert delegation = delegation(investigation.detect(List.of(), Job.SILENT));
            EventDocument event = investigation.details(delegation.id()).events().getFirst();
            assertEquals(List.of("modified-user-account"), event.fields().get("event.action"));
            assertEquals(List.of("svc-web"), event.source().get("EventData.TargetUserName"));
            assertTrue(event.raw().contains("krbtgt/NWF.EXAMPLE"), event.raw());
        }
    }

    @Test void aRecordOfAChangedFileIsNotShownAsEvidence() throws WorkbenchException, IOException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            Alert delegation = delegation(investigation.detect(List.of(), Job.SILENT));
            Files.write(log("dc01"), new byte[] {1, 2, 3});
            assertTrue(investigation.details(delegation.id()).events().getFirst().raw().contains("has changed since it was loaded"));
        }
    }

    @Test void theSameCaseGivesTheSameReport() throws WorkbenchException, IOException {
        Path first = folder.resolve("one.json");
        Path second = folder.resolve("two.json");
        try (Investigation investigation = loaded("a.spoor", logs)) {
            investigation.detect(List.of(), Job.SILENT);
            investigation.report(first, Job.SILENT);
        }
        try (Investigation investigation = workbench.openToRead(folder.resolve("a.spoor"))) {
            assertThrows(WorkbenchException.class, () -> investigation.decide(List.of("x"), new Decision(Status.OPEN, Optional.empty(), "", List.of())));
        }
        try (Investigation investigation = workbench.open(folder.resolve("a.spoor"))) {
            investigation.report(second, Job.SILENT);
        }
        String told = Files.readString(first);
        assertEquals(told.substring(0, told.indexOf("\"journal_head\"")), Files.readString(second).substring(0, told.indexOf("\"journal_head\"")));
        assertEquals(told.substring(told.indexOf("\"evidence\""), told.indexOf("\"journal\" :")),
                Files.readString(second).substring(Files.readString(second).indexOf("\"evidence\""),
                        Files.readString(second).indexOf("\"journal\" :")));
    }

    @Test void aReportTellsTheCellsOfARow() throws WorkbenchException, IOException {
        Path report = folder.resolve("report.html");
        try (Investigation investigation = loaded("a.spoor", logs)) {
            investigation.detect(List.of(), Job.SILENT);
            investigation.report(report, Job.SILENT);
        }
        String page = Files.readString(report);
        assertTrue(page.contains("<th>count</th><td class=\"m\">2</td>"), page);
        assertFalse(page.contains("freemarker"));
    }

    @Test void aReportSaysWhatWasLeftOut() throws WorkbenchException, IOException {
        Path page = folder.resolve("part.html");
        Path data = folder.resolve("part.json");
        ReportOptions part = new ReportOptions(Set.of(ReportSection.SUMMARY, ReportSection.ALERTS, ReportSection.TIMELINE), true);
        try (Investigation investigation = loaded("a.spoor", logs)) {
            Alert backup = backup(investigation.detect(List.of(), Job.SILENT));
            investigation.decide(List.of(backup.id()), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), "Nightly backup", List.of()));
            investigation.report(page, part, Job.SILENT);
            int lines = investigation.journal().size();
            investigation.previewReport(data, part);
            assertEquals(lines, investigation.journal().size());
        }
        String text = Files.readString(page);
        assertTrue(text.contains("Left out of this report on purpose: Limits, Evidence, False positives, Exceptions, ATT&amp;CK, Rules, Journal."), text.substring(0, 4_000));
        assertTrue(text.contains("16 of 17 alerts have not been decided and are left out on purpose."));
        assertTrue(text.contains("<h2 id=\"timeline\">") && !text.contains("<h2 id=\"journal\">") && !text.contains("krbtgt"));
        String json = Files.readString(data);
        assertTrue(json.contains("\"left_out\" : [ \"limits\", \"evidence\"") && !json.contains("\"journal\" :"));
    }

    @Test void reportsEscapeEveryValue() throws WorkbenchException, IOException {
        Path log = Files.writeString(folder.resolve("hostile.ndjson"), """
                {"@timestamp":"2024-05-02T03:00:00Z","event":{"code":"4738"},"host":{"name":"<img src=x onerror=alert(1)>\\u202e"},"winlog":{"channel":"Security","event_data":{"AllowedToDelegateTo":"krbtgt\\u001b[31m"}}}
                """);
        Path report = folder.resolve("report.html");
        try (Investigation investigation = loaded("a.spoor", List.of(log))) {
            assertEquals(1, investigation.detect(List.of(), Job.SILENT).size());
            investigation.report(report, Job.SILENT);
        }
        String page = Files.readString(report);
        assertFalse(page.contains("<img"), "markup from a log");
        assertFalse(page.contains("\u202e") || page.contains("\u001b"), "control characters from a log");
        assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
    }

    @Test void aHuntInSplAnswersRows() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            HuntAnswer answer = investigation.hunt(new HuntRequest("spl", "EventCode=4876 | stats count by dest, name, action, Caller_Domain, Caller_User_Name", List.of(),
                    OptionalLong.empty(), ZoneOffset.UTC, false), Job.SILENT);
            HuntAnswer.Rows rows = (HuntAnswer.Rows) answer;
            assertEquals(List.of(List.of("ca01.nwf.example", "Certificate Services backup started", "success", "NWF", "adm-pki2", 1L),
                    List.of("ca01.nwf.example", "Certificate Services backup started", "success", "NWF", "svc-backup", 2L)), rows.rows());
        }
    }

    @Test void alertsAreFoundByTheirOwnKeys() throws WorkbenchException {
        try (Investigation investigation = loaded("a.spoor", logs)) {
            investigation.detect(List.of(), Job.SILENT);
            assertEquals(2, investigation.alertsWhere("host: ca01* and status: open").size());
            assertThrows(WorkbenchException.class, () -> investigation.alertsWhere("host: ("));
        }
    }
}
