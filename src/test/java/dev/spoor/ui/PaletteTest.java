package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.palette.PaletteEntry;
import dev.spoor.workbench.WorkbenchException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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
final class PaletteTest {
    private final FakeInvestigation investigation = FakeInvestigation.northwind();
    private Stage stage;

    @Start void start(Stage primary) {
        stage = primary;
        new TestWindow().show(primary, investigation, Runnable::run, 960, 600);
    }

    @BeforeEach void openThePalette(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> stage.getScene().lookup(".table-view") instanceof TableView<?> table && table.getSelectionModel().getSelectedItem() != null);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#palette-letters").tryQuery().filter(Node::isFocused).isPresent());
        robot.targetWindow(robot.lookup("#palette-letters").query().getScene().getWindow());
    }

    @SuppressWarnings("unchecked")
    private static ListView<PaletteEntry> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryAs(ListView.class);
    }

    private void choose(FxRobot robot, String letters) throws TimeoutException {
        robot.write(letters);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#palette-letters").tryQuery().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean inFront(String item) {
        return ((ToggleButton) stage.getScene().lookup("#" + item)).isSelected();
    }

    @Test void aFewLettersLeadToAScreen(FxRobot robot) throws TimeoutException {
        choose(robot, "evid");
        assertTrue(inFront("rail-evidence"));
    }

    @Test void arrowsMoveWhileTheFieldKeepsTheFocus(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.DOWN);
        assertEquals(1, list(robot).getSelectionModel().getSelectedIndex());
        assertTrue(robot.lookup("#palette-letters").query().isFocused());
        choose(robot, "");
        assertTrue(inFront("rail-rules"));
    }

    @Test void theSelectedAlertIsAcknowledged(FxRobot robot) throws TimeoutException {
        choose(robot, "acknow");
        assertTrue(investigation.called("decide 1 acknowledged").isPresent());
    }

    @Test void alertsOfAHostAreShown(FxRobot robot) throws TimeoutException, WorkbenchException {
        String host = investigation.alerts().getFirst().host().orElseThrow();
        choose(robot, "host " + host);
        assertTrue(inFront("rail-alerts"));
        assertEquals(host, ((TextField) stage.getScene().lookup("#alert-filter")).getText());
    }

    @Test void aRuleIsShown(FxRobot robot) throws TimeoutException {
        robot.write("rule certificate");
        PaletteEntry entry = list(robot).getItems().stream().filter(each -> each.group().equals("Rule")).findFirst().orElseThrow();
        robot.interact(() -> list(robot).getSelectionModel().select(entry));
        choose(robot, "");
        assertTrue(inFront("rail-rules"));
        assertEquals(1, ((TableView<?>) stage.getScene().lookup(".table-view")).getItems().size());
    }

    @Test void escapeLeavesAndDoesNothing(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#palette-letters").tryQuery().isEmpty());
        assertFalse(investigation.called("decide").isPresent());
    }

    @Test void lettersThatNothingHasSaySo(FxRobot robot) {
        robot.write("qqqzzz");
        assertTrue(list(robot).getItems().isEmpty());
        assertEquals("Nothing has these letters.", ((Labeled) list(robot).getPlaceholder()).getText());
        robot.type(KeyCode.ESCAPE);
    }
}
