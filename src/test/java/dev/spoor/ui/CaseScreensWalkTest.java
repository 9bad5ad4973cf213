package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EntityRisk;
import dev.spoor.triage.Status;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The sample case, screen by screen: risk of a host, techniques, the check of the case, another severity, what is taken back, what is exported. */
@ExtendWith(ApplicationExtension.class)
final class CaseScreensWalkTest {
    @TempDir static Path shared;
    private final ScreenUser user = new ScreenUser();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private Path folder;
    private Investigation investigation;
    private TestWindow window;

    @Start void start(Stage primary) throws IOException, WorkbenchException {
        folder = Files.createTempDirectory(shared, "walk");
        Workbench workbench = new Workbench(() -> Optional.of("m.okafor"));
        investigation = workbench.open(new SampleCase(workbench).prepare(folder, Job.SILENT));
        window = new TestWindow();
        window.show(primary, investigation, background, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @AfterEach void end() throws WorkbenchException {
        background.shutdownNow();
        investigation.close();
    }

    /** Selects the first alert on a copy of passwords. */
    private Alert choose() {
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty());
        user.click("#alert-filter");
        user.awaitFocus("#alert-filter");
        user.type("lsass");
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty() && table.getItems().size() < 5);
        user.click("#alert-table .table-row-cell:filled");
        user.await(".details-head .pane-title", Labeled.class, title -> title.getText().contains("LSASS"));
        return stored().stream().filter(alert -> alert.rule().name().contains("LSASS")).findFirst().orElseThrow();
    }

    private List<Alert> stored() {
        try {
            return investigation.alerts();
        } catch (WorkbenchException e) {
            throw new AssertionError(e);
        }
    }

    private long changed(List<Alert> before) {
        List<Alert> now = stored();
        return before.stream().filter(alert -> !now.contains(alert)).count();
    }

    @Test void aHostIsMarkedAsCriticalARuleGetsAnotherTypeAndTheAlertsAreShown() throws WorkbenchException {
        user.click("#rail-entities");
        user.await("#entity-table", TableView.class, table -> !table.getItems().isEmpty());
        user.click("#entity-table .table-row-cell:filled");
        EntityRisk[] chosen = new EntityRisk[1];
        user.await("#entity-table", TableView.class, table -> {
            chosen[0] = (EntityRisk) table.getSelectionModel().getSelectedItem();
            return chosen[0] != null;
        });
        user.await("#entity-parts", TableView.class, parts -> parts.getItems().size() == chosen[0].parts().size());
        user.click("#entity-critical");
        user.awaitText(chosen[0].name() + " counts as critical");
        user.await("#entity-critical", Labeled.class, button -> button.getText().equals("Not critical"));
        user.click("#entity-parts .table-row-cell:filled");
        user.choose("#entity-rule-type", "Anomaly");
        user.awaitText("is taken as");
        user.click("#entity-alerts");
        user.await("#alert-filter", TextField.class, filter -> filter.getText().equals(chosen[0].name()));
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty());
        assertTrue(investigation.journal().stream().anyMatch(line -> line.actor().equals("m.okafor") && line.toString().contains(chosen[0].name())));
    }

    @Test void techniquesLeadToTheirPageAndToTheOtherRules() {
        choose();
        user.clickWords("ATT&CK");
        user.awaitText("In this case");
        user.awaitText("This rule: ");
        assertTrue(window.opened.isEmpty(), "nothing is opened without a click");
        user.clickWords("Open page");
        user.await("the page is opened", () -> window.opened.stream().anyMatch(link -> link.startsWith("https://attack.mitre.org/")));
        user.clickWords(user.text().lines().filter(line -> line.matches("[0-9]+ rules?")).findFirst().orElseThrow());
        user.await("#rail-rules", ToggleButton.class, ToggleButton::isSelected);
        user.await("the rules of the technique", () -> ScreenUser.find(".root").stream().flatMap(root -> ScreenUser.all(root).stream())
                .anyMatch(node -> node instanceof TextField filter && filter.getText().matches("T[0-9.]+")));
    }

    @Test void aCaseIsVerifiedAndAChangedByteOfItsEvidenceIsNamed() throws IOException {
        user.click("#rail-evidence");
        user.click("#verify-case");
        user.await("#verify-result", Labeled.class, result -> result.getText().equals("Nothing differs."));
        user.clickWords("Done");
        user.await("the dialog is closed", () -> ScreenUser.find("#verify-result").isEmpty());
        Path file = folder.resolve("logs").resolve("dc01-Security.evtx");
        byte[] log = Files.readAllBytes(file);
        log[log.length / 2] ^= 1;
        Files.write(file, log);
        user.click("#verify-case");
        user.await("#verify-result", Labeled.class, result -> result.getText().startsWith("The case is not what it should be"));
        user.await("named", () -> ScreenUser.find("#verify-differences").isPresent());
        user.clickWords("Done");
    }

    @Test void anotherSeverityIsGivenByAKeyWithItsReasonAndTakenBack() {
        Alert alert = choose();
        List<Alert> before = stored();
        user.type("s");
        user.awaitFocus("#severity-critical");
        user.click("#severity-low");
        user.click("#decision-note");
        user.awaitFocus("#decision-note");
        user.type("Backup agent, known.");
        user.clickWords("Give");
        user.await("low", () -> stored().stream().anyMatch(one -> one.rule().id().equals(alert.rule().id()) && one.severity() == Severity.LOW));
        assertEquals(1, changed(before));
        user.click(".undo-bar .link-button");
        user.await("as the rule says", () -> changed(before) == 0);
    }

    @Test void aDecisionIsTakenBackAndTheChosenAlertIsExported() throws IOException {
        choose();
        List<Alert> before = stored();
        user.type("e");
        user.await("acknowledged", () -> stored().stream().anyMatch(alert -> alert.status() == Status.ACKNOWLEDGED));
        user.click(".undo-bar .link-button");
        user.await("open again", () -> changed(before) == 0);
        Path file = folder.resolve("alerts.ndjson");
        window.chosen = Optional.of(file);
        user.choose("#more-actions", "Export…");
        user.awaitText("exported to");
        assertEquals("alerts.csv", window.suggested);
        List<String> lines = Files.readAllLines(file);
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().contains("LSASS"), lines.getFirst());
    }
}
