package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.job.Job;
import dev.spoor.rule.GuidePart;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import dev.spoor.triage.StepAnswer.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides on a real case: searches count what is there, answers are kept, verified and reported. */
class GuidesTest {
    private static final String LSASS = "540af8cb-00d4-46c2-92a5-74cffef8cb3b";
    private static final String BACKUP = "76dd2e1c-f707-47c6-b51e-b03caa9485d0";
    @TempDir static Path folder;
    private static Path prepared;

    @BeforeAll static void prepare() throws IOException, WorkbenchException {
        prepared = folder.resolve("prepared.spoor");
        List<Path> logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
        try (Investigation investigation = new Workbench().openOrCreate(prepared)) {
            investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
            investigation.detect(List.of(), Job.SILENT);
        }
    }

    private static Investigation opened(String name) throws IOException, WorkbenchException {
        return new Workbench().open(Files.copy(prepared, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING));
    }

    private static String alertOf(Investigation investigation, String rule) throws WorkbenchException {
        return investigation.alerts().stream().filter(alert -> alert.rule().id().equals(rule)).map(Alert::id).findFirst().orElseThrow();
    }

    @Test void searchesCountWhatIsInTheCase() throws IOException, WorkbenchException {
        try (Investigation investigation = opened("searches.spoor")) {
            String alert = alertOf(investigation, LSASS);
            String host = investigation.details(alert).alert().host().orElseThrow();
            AlertGuide guide = investigation.guides().guide(alert);
            Map<String, Long> counts = new java.util.TreeMap<>();
            for (Map.Entry<String, List<FilledStep>> task : guide.steps().entrySet()) {
                for (int i = 0; i < task.getValue().size(); i++) {
                    StepHits hits = investigation.guides().run(alert, task.getKey(), i, 2, Job.SILENT);
                    assertTrue(hits.hits().size() <= 2);
                    counts.put(task.getValue().get(i).label(), hits.problem().isPresent() ? -1 : hits.count());
                }
            }
            long onHost = investigation.alerts().stream().filter(one -> one.host().filter(host::equals).isPresent()).count();
            assertEquals(4, counts.size(), counts.toString());
            assertEquals(-1, counts.get("The process as it runs now"));
            assertTrue(counts.get("Alerts on " + host + " within an hour") >= 1 && counts.get("Alerts on " + host + " within an hour") <= onHost, counts.toString());
            assertTrue(counts.entrySet().stream().filter(count -> count.getKey().startsWith("Everything that process")).allMatch(count -> count.getValue() >= 1),
                    counts.toString());
        }
    }

    @Test void drillDownsRunOnTheCase() throws IOException, WorkbenchException {
        try (Investigation investigation = opened("drill.spoor")) {
            String alert = alertOf(investigation, BACKUP);
            AlertGuide guide = investigation.guides().guide(alert);
            List<GuidePart.Task> searches = guide.tasks().stream().filter(task -> task.kind() == GuidePart.Kind.SEARCH).toList();
            assertEquals(2, searches.size());
            StepHits rows = investigation.guides().run(alert, searches.getFirst().key(), 0, 10, Job.SILENT);
            assertEquals("", rows.problem().orElse(""));
            assertEquals(1, rows.count());
            StepHits alerts = investigation.guides().run(alert, searches.getLast().key(), 0, 10, Job.SILENT);
            assertTrue(alerts.count() >= 1 && alerts.hits().stream().anyMatch(hit -> hit.alert().equals(alert)), alerts.toString());
        }
    }

    @Test void answersAreKeptVerifiedAndReported() throws IOException, WorkbenchException {
        String alert;
        String step;
        Path file = folder.resolve("answers.spoor");
        try (Investigation investigation = opened("answers.spoor")) {
            alert = alertOf(investigation, LSASS);
            AlertGuide guide = investigation.guides().guide(alert);
            long open = guide.toAnswer().size();
            assertEquals(new OpenSteps(1, open, open), investigation.guides().open(List.of(alert)));
            step = guide.toAnswer().getFirst().key();
            long event = investigation.details(alert).events().getFirst().id();
            investigation.guides().answer(guide.answer(step).with(State.FINDING).noted("runs from Public").pinned(List.of(new StepAnswer.Pinned(event, "the opening"))));
            investigation.guides().answer(guide.answer(guide.toAnswer().get(1).key()).with(State.DONE));
            investigation.guides().answer(guide.answer(guide.toAnswer().get(1).key()));
            investigation.guides().collect(new HostQuery("q1", "wks-114", "Processes", "SELECT 1", LSASS, alert, "", 0));
            assertEquals(open - 1, investigation.guides().open(List.of(alert)).open());
            assertThrows(WorkbenchException.class, () -> investigation.guides().answer(StepAnswer.open(alert, "0000000000000000").with(State.DONE)));
            assertThrows(WorkbenchException.class, () -> investigation.guides().answer(guide.answer(step).with(State.DONE).pinned(List.of(new StepAnswer.Pinned(99_999_999, "")))));
        }
        try (Investigation investigation = new Workbench().openToRead(file)) {
            StepAnswer kept = investigation.guides().guide(alert).answer(step);
            assertEquals(List.of(State.FINDING, "runs from Public", 1), List.of(kept.state(), kept.note(), kept.evidence().size()));
            assertEquals(1, investigation.guides().guide(alert).answers().size());
            assertEquals("wks-114", investigation.guides().collection().getFirst().host());
            List<String> told = new ArrayList<>();
            assertTrue(investigation.verify(VerifyRequest.DEFAULT, difference -> told.add(difference.toString()), Job.SILENT).holds(), told.toString());
            investigation.previewReport(folder.resolve("guide.json"), dev.spoor.report.ReportOptions.ALL);
            JsonNode report = new ObjectMapper().readTree(folder.resolve("guide.json").toFile());
            JsonNode reported = java.util.stream.StreamSupport.stream(report.path("alerts").spliterator(), false).filter(one -> one.path("id").asText().equals(alert)).findFirst()
                    .orElseThrow().path("guide");
            assertEquals("finding", reported.path(0).path("state").asText(), reported.toString());
            assertEquals("runs from Public", reported.path(0).path("note").asText());
            assertEquals("the opening", reported.path(0).path("evidence").path(0).path("label").asText());
            assertEquals("SELECT 1", report.path("collection").path(0).path("query").asText());
            assertEquals(investigation.journal().getLast().hash(), report.path("journal_head").asText());
            investigation.previewReport(folder.resolve("guide.html"), dev.spoor.report.ReportOptions.ALL);
            String page = Files.readString(folder.resolve("guide.html"));
            assertTrue(page.contains("runs from Public") && page.contains("the opening") && page.contains(report.path("journal_head").asText()));
        }
        String journal;
        try (Investigation investigation = new Workbench().openToRead(file)) {
            journal = investigation.journal().stream().filter(line -> line.action().equals("step")).map(JournalEntry::detail).collect(Collectors.joining("\n"));
        }
        assertTrue(journal.contains("finding; note: runs from Public; evidence: event ") && journal.contains(", gone]"), journal);
    }
}
