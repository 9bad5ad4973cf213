package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.triage.Alert;
import dev.spoor.triage.StepAnswer;
import dev.spoor.triage.StepAnswer.State;
import dev.spoor.triage.Status;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.workbench.AlertGuide;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.JournalEntry;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A guide is worked through on the sample case: searches have counts, a step becomes a finding with evidence, a query goes to the collection list, closing asks why. */
@ExtendWith(ApplicationExtension.class)
final class GuideWalkTest {
    @TempDir static Path folder;
    private final ScreenUser user = new ScreenUser();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private Investigation investigation;

    @Start void start(Stage primary) throws WorkbenchException {
        Workbench workbench = new Workbench(() -> Optional.of("m.okafor"));
        investigation = workbench.open(new SampleCase(workbench).prepare(folder, Job.SILENT));
        new TestWindow().show(primary, investigation, background, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @AfterEach void end() throws WorkbenchException {
        background.shutdownNow();
        investigation.close();
    }

    @Test void stepsAreAnsweredWithEvidenceAndClosingAsksForTheRest() throws WorkbenchException {
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty());
        user.click("#alert-filter");
        user.awaitFocus("#alert-filter");
        user.type("lsass");
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty() && table.getItems().size() < 5);
        user.click("#alert-table .table-row-cell:filled");
        user.await(".details-head .pane-title", Labeled.class, title -> title.getText().contains("LSASS"));
        user.clickWords("Guide");
        user.awaitText("0 of 5 steps answered");
        user.await(".search-button", Labeled.class, button -> !button.isDisabled());
        user.click(".search-button");
        user.await("#step-hits", TableView.class, table -> !table.getItems().isEmpty());
        user.click("#pin-event");
        user.clickWords("Done");
        user.await("the hits are closed", () -> ScreenUser.find("#step-hits").isEmpty());
        user.awaitText("Evidence: ");
        user.click("#step-1-note");
        user.awaitFocus("#step-1-note");
        user.type("it runs from Public");
        user.await("#step-1-note", TextField.class, note -> note.getText().equals("it runs from Public"));
        user.click("#step-1-finding");
        user.awaitText("1 of 5 steps answered");
        user.click("#step-3-collect");
        user.awaitText("On the collection list");
        user.clickWords("Close…");
        user.click("#reason-true_positive");
        user.clickWords("Close");
        user.awaitText("4 of 5 steps of the guide have no answer.");
        user.click("#guide-why-noData");
        user.clickWords("Close anyway");
        user.awaitText("Closed 1 alert");
        Alert alert = investigation.alerts().stream().filter(one -> one.status() == Status.CLOSED).findFirst().orElseThrow();
        AlertGuide guide = investigation.guides().guide(alert.id());
        StepAnswer answer = guide.answer(guide.toAnswer().getFirst().key());
        assertEquals(State.FINDING, answer.state());
        assertEquals("it runs from Public", answer.note());
        assertEquals(1, answer.evidence().size());
        assertEquals("m.okafor", answer.author());
        assertEquals(alert.host(), Optional.of(investigation.guides().collection().getFirst().host()));
        String decided = investigation.journal().stream().filter(line -> line.action().equals("decide")).map(JournalEntry::detail).reduce("", (a, b) -> b);
        assertTrue(decided.endsWith("4 of 5 steps of the guide have no answer. The evidence cannot answer them"), decided);
    }
}
