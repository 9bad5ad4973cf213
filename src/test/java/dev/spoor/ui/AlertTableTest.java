package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.triage.AlertView;
import dev.spoor.triage.AlertView.Condition;
import dev.spoor.ui.alerts.AlertRow;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.common.Preferences;
import dev.spoor.workbench.WorkbenchException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Filters, views and widths of the table of alerts. */
@ExtendWith(ApplicationExtension.class)
final class AlertTableTest {
    private final FakeInvestigation investigation = FakeInvestigation.northwind();
    private final AlertView mine = new AlertView("Mine", List.of(new Condition("text", false, List.of("nwf")), new Condition("host", true, List.of("dc01"))), "severity",
            List.of("rule", "risk", "severity"), "risk", true);
    private TestWindow window;
    private Stage stage;

    @Start void start(Stage primary) throws WorkbenchException {
        stage = primary;
        investigation.saveView(mine);
        window = new TestWindow();
        window.show(primary, investigation, Runnable::run, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @BeforeEach void theAlertsAreThere() {
        await(() -> table() != null && table().getItems().size() == 42 && table().lookup(".field-host") != null);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("waited for 10 s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private TableView<AlertRow> table() {
        return (TableView<AlertRow>) stage.getScene().lookup("#alert-table");
    }

    private Node there(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static void fire(FxRobot robot, Node node, Event event) {
        robot.interact(() -> Event.fireEvent(node, event));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    @Test void theCellUnderThePointerOffersToFilterByItsValue(FxRobot robot) {
        for (boolean out : new boolean[] {true, false}) {
            IndexedCell<?> cell = (IndexedCell<?>) table().lookup(".field-host");
            String host = cell.getText();
            fire(robot, cell, new MouseEvent(MouseEvent.MOUSE_MOVED, 5, 5, 5, 5, MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, true, null));
            assertTrue(there(".cell-filters").isVisible());
            Button button = (Button) there(out ? "#cell-filter-out" : "#cell-filter-for");
            assertTrue(button.getAccessibleText().contains(host), button.getAccessibleText());
            robot.interact(button::fire);
            await(() -> there(out ? "#chip-host-not" : "#chip-host") != null);
            assertTrue(table().getItems().stream().allMatch(row -> row.alert().host().equals(Optional.of(host)) != out));
            assertFalse(there(".cell-filters").isVisible());
        }
    }

    @Test void aRangeOfTheHistogramIsAChipThatCanBeTakenAway(FxRobot robot) {
        Node histogram = there("#histogram");
        robot.interact(histogram::requestFocus);
        fire(robot, histogram, key(KeyCode.RIGHT, true));
        fire(robot, histogram, key(KeyCode.RIGHT, true));
        await(() -> there("#chip-time") != null && table() != null && table().getItems().size() < 42);
        robot.interact(((Button) there("#chip-time .chip-close"))::fire);
        await(() -> table() != null && table().getItems().size() == 42);
        assertNull(there("#chip-time"));
    }

    @Test void aViewKeepsFilterColumnsOrderAndGroup(FxRobot robot) throws WorkbenchException {
        MenuItem view = ((MenuButton) there("#view-menu")).getItems().stream().filter(item -> "Mine".equals(item.getText())).findFirst().orElseThrow();
        robot.interact(view::fire);
        await(() -> table() != null && table().getItems().getFirst() instanceof AlertRow.Group);
        assertNotNull(there("#chip-host-not"));
        assertEquals(List.of("column-rule", "column-risk", "column-severity"), table().getColumns().stream().skip(1).map(column -> column.getId()).toList());
        assertEquals(List.of("column-risk"), table().getSortOrder().stream().map(column -> column.getId()).toList());
        MenuButton columns = (MenuButton) there("#column-menu");
        robot.interact(() -> columns.getOnShowing().handle(null));
        CheckMenuItem tags = columns.getItems().stream().filter(CheckMenuItem.class::isInstance).map(CheckMenuItem.class::cast)
                .filter(item -> !item.isSelected()).findFirst().orElseThrow();
        robot.interact(tags::fire);
        AlertView left = investigation.views().stream().filter(each -> each.name().isEmpty()).findFirst().orElseThrow();
        assertEquals(mine.conditions(), left.conditions());
        assertEquals(mine.columns(), left.columns().subList(0, 3));
        assertEquals(List.of(mine.group(), mine.sort(), mine.descending()), List.of(left.group(), left.sort(), left.descending()));
    }

    @Test void columnsAndRowsGrowWithTheZoom(FxRobot robot) {
        double host = width("column-host");
        robot.interact(() -> window.appearance.prefer(zoomed(150)));
        await(() -> table().getFixedCellSize() == 42);
        assertEquals(host * 1.5, width("column-host"), 1);
        robot.interact(() -> window.appearance.prefer(zoomed(100)));
        await(() -> table().getFixedCellSize() == 28);
        assertEquals(host, width("column-host"), 1);
    }

    private static Preferences zoomed(int percent) {
        return new Preferences(Optional.empty(), Preferences.ThemeChoice.LIGHT, percent, false, true, List.of(), List.of());
    }

    private double width(String column) {
        return table().getColumns().stream().filter(each -> column.equals(each.getId())).findFirst().orElseThrow().getPrefWidth();
    }

    @Test void theDetailsOfANarrowWindowAreFoldedAwayAndComeBack(FxRobot robot) {
        assertTrue(there(".details-pane") != null);
        robot.interact(((Button) there("#details-fold"))::fire);
        assertNull(there(".details-pane"));
        robot.interact(() -> table().requestFocus());
        fire(robot, table(), new KeyEvent(KeyEvent.KEY_TYPED, "\r", "", KeyCode.UNDEFINED, false, false, false, false));
        await(() -> there(".details-pane") != null);
        fire(robot, there(".details-pane"), key(KeyCode.ESCAPE, false));
        assertNull(there(".details-pane"));
        fire(robot, table(), new KeyEvent(KeyEvent.KEY_TYPED, "g", "", KeyCode.UNDEFINED, false, false, false, false));
        await(() -> there(".details-pane") != null);
    }
}
