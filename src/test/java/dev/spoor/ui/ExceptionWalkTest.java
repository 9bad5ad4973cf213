package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.LoadOptions;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What an exception does to the alerts of the sample logs, and what takes it back. {@link CaseWalkTest} goes the whole way. */
@ExtendWith(ApplicationExtension.class)
final class ExceptionWalkTest {
    private Path folder;
    private Investigation investigation;
    private Alert backup;
    private Stage stage;

    @Start void start(Stage primary) throws IOException, WorkbenchException {
        folder = Files.createTempDirectory("spoor-exceptions");
        List<Path> logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
        investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"));
        investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
        backup = investigation.detect(List.of(), Job.SILENT).stream().filter(alert -> alert.user().orElse("").equals("svc-backup")).findFirst().orElseThrow();
        stage = primary;
        new TestWindow().show(primary, investigation, Runnable::run, 960, 600);
    }

    @BeforeEach void theAlertsAreThere() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table() != null && !table().getItems().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach void cleanUp() throws WorkbenchException, IOException {
        investigation.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup(".table-view");
    }

    private void openEditor(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            int row = table().getItems().stream().map(Object::toString).map(text -> text.contains(backup.id())).toList().indexOf(true);
            table().getSelectionModel().clearAndSelect(row);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#add-exception")).fire());
        await(robot, "#except-count");
    }

    private static void await(FxRobot robot, String query) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T extends Node> T node(FxRobot robot, String query) {
        return robot.lookup(query).<T>query();
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.interact(() -> ((TextInputControl) robot.lookup(query).query()).setText(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> ((ButtonBase) robot.lookup(query).query()).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Alert stored() throws WorkbenchException {
        return investigation.alerts().stream().filter(alert -> alert.id().equals(backup.id())).findFirst().orElseThrow();
    }

    private boolean producedAgain() throws WorkbenchException {
        return investigation.detect(List.of(), Job.SILENT).stream().anyMatch(alert -> alert.id().equals(backup.id()));
    }

    @Test void anExceptionThatIsSwitchedOffLetsTheAlertsComeBack(FxRobot robot) throws TimeoutException, WorkbenchException {
        openEditor(robot);
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled(), "no comment yet");
        type(robot, "#except-comment", "Planned backup of the authority, CHG-4471.");
        robot.interact(() -> ((CheckBox) robot.lookup("#except-close").query()).setSelected(true));
        press(robot, "#except-save");
        assertEquals(Optional.of(Reason.FALSE_POSITIVE), stored().reason());
        assertFalse(producedAgain());
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rail-exceptions")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, "#exceptions-switch");
        assertFalse(investigation.exceptions().getFirst().enabled());
        assertTrue(producedAgain());
    }

    @Test void undoTakesTheExceptionBackAndReopensWhatItClosed(FxRobot robot) throws TimeoutException, WorkbenchException {
        openEditor(robot);
        type(robot, "#except-comment", "Planned backup");
        robot.interact(() -> ((CheckBox) robot.lookup("#except-close").query()).setSelected(true));
        press(robot, "#except-save");
        assertEquals(Status.CLOSED, stored().status());
        press(robot, "#undo");
        assertEquals(List.of(), investigation.exceptions());
        assertEquals(Status.OPEN, stored().status());
        assertTrue(producedAgain());
    }

    @Test void aTruePositiveIsNotHiddenWithoutAReason(FxRobot robot) throws TimeoutException, WorkbenchException {
        investigation.decide(List.of(backup.id()), new Decision(Status.CLOSED, Optional.of(Reason.TRUE_POSITIVE), "Not planned", List.of()));
        openEditor(robot);
        type(robot, "#except-comment", "Tested in the laboratory");
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled());
        robot.interact(() -> robot.lookup(".dialog-pane .hyperlink").<Hyperlink>queryAll().stream().filter(Node::isVisible).findFirst().orElseThrow().fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled());
        type(robot, "#except-override", "Drill of the red team");
        press(robot, "#except-save");
        String comment = investigation.exceptions().getFirst().comment();
        assertTrue(comment.contains("Tested in the laboratory") && comment.contains("Drill of the red team"), comment);
        assertTrue(investigation.journal().getLast().detail().contains("Drill of the red team"));
        assertEquals(Optional.of(Reason.TRUE_POSITIVE), stored().reason());
    }

    private <T extends Node> T shown(FxRobot robot, String query) {
        return node(robot, query);
    }
}
