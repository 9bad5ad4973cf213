package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ui.app.TestWindow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ReportDialogTest {
    private final FakeInvestigation investigation = FakeInvestigation.northwind();
    private TestWindow window;
    private Stage stage;

    @Start void start(Stage primary) {
        stage = primary;
        window = new TestWindow();
        window.show(primary, investigation, Runnable::run, 960, 600);
    }

    @BeforeEach void openTheDialog(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> stage.getScene().lookup("#rail-report") != null);
        Platform.runLater(() -> ((ButtonBase) stage.getScene().lookup("#rail-report")).fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#report-go-alerts").tryQuery().isPresent());
    }

    private static void fire(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        Platform.runLater(() -> {
            switch (node) {
                case CheckBox box -> box.fire();
                case ButtonBase button -> button.fire();
                default -> throw new AssertionError(id);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitClosed(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#report-export").tryQuery().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test void aReportIsWrittenWhereTheUserWants(FxRobot robot) throws TimeoutException {
        window.chosen = Optional.of(Path.of("nwf-report.html"));
        fire(robot, "#report-export");
        awaitClosed(robot);
        assertEquals(Optional.of("report nwf-report.html"), investigation.called("report"));
        assertEquals("NWF-2024-05-report.html", window.suggested);
    }

    @Test void sectionsAndKindAreChosen(FxRobot robot) throws TimeoutException {
        window.chosen = Optional.of(Path.of("x.json"));
        fire(robot, "#report-section-journal");
        fire(robot, "#report-decided-only");
        fire(robot, "#report-json");
        fire(robot, "#report-export");
        awaitClosed(robot);
        assertEquals(Optional.of("report x.json without [JOURNAL], decided"), investigation.called("report"));
        assertEquals("NWF-2024-05-report.json", window.suggested);
    }

    @Test void whoChoosesNoFileStaysInTheDialog(FxRobot robot) {
        fire(robot, "#report-export");
        assertTrue(robot.lookup("#report-export").tryQuery().isPresent());
        assertEquals(Optional.empty(), investigation.called("report"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test void thePreviewOpensInTheBrowserAndTheDialogStays(FxRobot robot) {
        fire(robot, "#report-section-rules");
        fire(robot, "#report-preview");
        assertEquals(Optional.of("preview without [RULES]"), investigation.called("preview"));
        assertTrue(window.opened.getFirst().startsWith("file:/") && window.opened.getFirst().endsWith(".html"), window.opened.toString());
        assertTrue(robot.lookup("#report-export").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
    }

    @Test void nothingCannotBeExported(FxRobot robot) {
        robot.lookup(".check-box").queryAllAs(CheckBox.class).stream().filter(box -> box.getId() != null && box.getId().startsWith("report-section"))
                .forEach(box -> Platform.runLater(box::fire));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#report-export").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
    }

    @Test void checksWarnAndLead(FxRobot robot) throws TimeoutException {
        assertTrue(robot.lookup("#report-checks .label").queryAllAs(Labeled.class).stream().anyMatch(label -> label.getText().contains("not decided. The report will say so.")));
        fire(robot, "#report-go-evidence");
        awaitClosed(robot);
        ToggleButton item = (ToggleButton) stage.getScene().lookup("#rail-evidence");
        assertNotNull(item);
        assertTrue(item.isSelected());
    }
}
