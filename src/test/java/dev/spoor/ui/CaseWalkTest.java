package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From the start screen to the report, through the screen alone: a false positive is read about, marked, excepted, proved to stay away, and reported. */
@ExtendWith(ApplicationExtension.class)
final class CaseWalkTest {
    private static final String NOTE = "Nightly backup of the certificate store, change 4711.";
    private static final String COMMENT = "Planned backup of the authority, CHG-4471.";
    @TempDir static Path shared;
    private final Instant began = Instant.now();
    private final ScreenUser user = new ScreenUser();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final String analyst = Workbench.stated().orElse("m.okafor");
    private Path folder;
    private TestWindow window;

    @Start void start(Stage primary) throws IOException {
        folder = Files.createTempDirectory(shared, "walk");
        PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
        preferences.change(now -> now.withAnalyst("m.okafor"));
        window = new TestWindow();
        window.showStart(primary, new WorkbenchCases(preferences, folder.resolve("sample")), preferences, background, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @AfterEach void end() {
        background.shutdownNow();
    }

    @Test void aFalsePositiveIsMarkedExceptedAndReported() throws IOException {
        user.click("#open-sample");
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty());
        choose();
        read();
        mark();
        except();
        runAgain();
        tellsInTheExceptions();
        user.click("#rail-report");
        String page = Files.readString(export("html"));
        user.click("#rail-report");
        JsonNode report = new ObjectMapper().readTree(export("json").toFile());
        reportSaysWhoWhenWhy(report);
        pageSaysWhoWhenWhy(page, report.path("exceptions").get(0).path("created_at").asText().substring(0, 10));
    }

    private void choose() {
        user.click("#alert-filter");
        user.awaitFocus("#alert-filter");
        user.type("svc-backup ca01");
        user.await("#alert-table", TableView.class, table -> table.getItems().size() == 1);
        user.click("#alert-table .table-row-cell:filled");
        user.await("#alert-table", TableView.class, table -> table.getSelectionModel().getSelectedIndex() == 0);
        user.await(".details-head .pane-title", Labeled.class, title -> title.getText().equals("Certificate Authority Database Backup Started"));
    }

    private void read() {
        user.clickWords("Guide");
        user.awaitText("Compare account, hour and weekday with the backup plan.");
    }

    private void mark() {
        user.clickWords("Close…");
        user.awaitFocus("#reason-false_positive");
        user.click("#reason-false_positive");
        user.click("#decision-note");
        user.awaitFocus("#decision-note");
        user.type(NOTE);
        user.clickWords("Close");
        user.awaitText("of 6 steps of the guide have no answer.");
        user.click("#guide-why-enough");
        user.clickWords("Close anyway");
        user.awaitText("Closed 1 alert as false positive.");
        user.await("marked in the pane", () -> ScreenUser.find(".details-head").stream().flatMap(head -> ScreenUser.all(head).stream())
                .anyMatch(node -> node instanceof Labeled badge && "False positive".equals(badge.getText())));
    }

    private void except() {
        user.click("#add-exception");
        user.await("#except-count", Label.class, count -> count.getText().equals("1"));
        user.awaitText("'svc-backup'");
        user.click("#except-comment");
        user.awaitFocus("#except-comment");
        user.type(COMMENT);
        user.click("#except-save");
        user.awaitText("It counts from the next run on.");
    }

    private void runAgain() {
        user.click("#run-rules");
        user.awaitText("The rules gave 16 alerts");
        user.clickWords("Overview");
        user.awaitText("Not reproduced");
    }

    private void tellsInTheExceptions() {
        user.click("#rail-exceptions");
        user.await("#exception-table", TableView.class, table -> table.getItems().size() == 1);
        user.await("an exception with its hits", () -> ScreenUser.find("#exception-table .table-row-cell:filled").map(TableRow.class::cast)
                .filter(row -> ScreenUser.all(row).stream().anyMatch(node -> node instanceof Labeled cell && "2".equals(cell.getText()))).isPresent());
    }

    private Path export(String kind) {
        Path file = folder.resolve("report." + kind);
        window.chosen = Optional.of(file);
        user.click("#report-" + kind);
        user.click("#report-export");
        user.awaitText("Report written to " + file);
        return file;
    }

    private void pageSaysWhoWhenWhy(String page, String day) {
        String words = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        for (String wanted : List.of(analyst, NOTE, COMMENT, "SubjectUserName is &#39;svc-backup&#39;", day)) {
            assertTrue(words.contains(wanted), wanted + " is not in: " + words);
        }
    }

    private void reportSaysWhoWhenWhy(JsonNode report) {
        assertEquals(analyst, report.path("analyst").asText());
        JsonNode alert = one(report.path("alerts"), "reason", "false_positive");
        assertEquals("closed", alert.path("status").asText());
        assertEquals(false, alert.path("reproduced").asBoolean(true));
        JsonNode decided = one(alert.path("history"), "action", "decide");
        assertEquals(analyst, decided.path("actor").asText());
        assertTrue(decided.path("detail").asText().contains(NOTE), decided.toString());
        isOfThisWalk(decided.path("time"));
        assertEquals(1, report.path("exceptions").size());
        JsonNode exception = report.path("exceptions").get(0);
        assertEquals(analyst, exception.path("created_by").asText());
        assertEquals(COMMENT, exception.path("comment").asText());
        assertTrue(exception.path("sentence").asText().contains("SubjectUserName is 'svc-backup'"), exception.toString());
        isOfThisWalk(exception.path("created_at"));
    }

    private void isOfThisWalk(JsonNode time) {
        Instant instant = Instant.parse(time.asText());
        assertFalse(instant.isBefore(began.minusMillis(1)) || instant.isAfter(Instant.now().plusMillis(1)), time.asText());
    }

    private static JsonNode one(JsonNode list, String key, String value) {
        List<JsonNode> found = StreamSupport.stream(list.spliterator(), false).filter(node -> node.path(key).asText().equals(value)).toList();
        assertEquals(1, found.size(), list.toString());
        return found.getFirst();
    }
}
