package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Status;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every value of alerts, rules and sources is hostile and a megabyte long: nothing of it may act, hide, or hold the window. */
@ExtendWith(ApplicationExtension.class)
final class HostileScreensTest {
    private static final String SIGNS = "<b>x</b>\u001b[31m\u202egpj.exe\u200f\u200b\u2066\0\u0007\r\n\t**b** [l](javascript:alert(1)) ";
    private static final String VALUE = SIGNS + "A".repeat(1 << 20) + "\u202eEND";
    /** A node with a longer text takes long to lay out; a guide is cut at its own limit. */
    private static final int LONGEST = 6_000;
    private static final int LONGEST_PROSE = 200_000;
    private final FakeInvestigation investigation = new FakeInvestigation(List.of(new RuleState(rule(), new Fidelity(Fidelity.Status.APPROXIMATE, List.of(VALUE)), true, 2)),
            List.of(alert(1), alert(2))).with(SIGNS + "field", VALUE).with("process.name", VALUE);
    private final Set<String> bad = new TreeSet<>();
    private Stage stage;

    private static Rule rule() {
        return new Rule(VALUE, false, VALUE, RuleOrigin.ELASTIC, "toml", VALUE, VALUE, VALUE, VALUE, VALUE, VALUE, VALUE, Severity.HIGH, false, OptionalInt.of(50), List.of(VALUE),
                new Schedule(Optional.of(VALUE), Optional.of(VALUE), Optional.of(VALUE), OptionalInt.empty()), List.of(), List.of(VALUE), List.of(VALUE), Optional.of(VALUE),
                List.of(VALUE), List.of(VALUE), List.of(new GuideSection(VALUE, VALUE)), Optional.empty(), List.of(new Labelled(VALUE, List.of(VALUE))), Map.of(), false);
    }

    private static Alert alert(int number) {
        return new Alert("0" + number, new Alert.RuleStamp(VALUE, VALUE, RuleOrigin.ELASTIC, VALUE, VALUE, Fidelity.Status.APPROXIMATE), Time.parse("2024-05-02T03:14:07Z"),
                Severity.HIGH, false, OptionalInt.of(50), Status.OPEN, Optional.empty(), List.of(VALUE, "T1649"), List.of(VALUE), Optional.of(VALUE + number), Optional.of(VALUE),
                VALUE,
                List.of(new EventReference(1, VALUE, VALUE, 1)), Map.of(VALUE, VALUE), 1, true, List.of(VALUE));
    }

    @Start void start(Stage primary) {
        stage = primary;
        investigation.sources = List.of(new SourceSummary(1, VALUE, VALUE, VALUE, 10, VALUE, 7, 2, 1, Time.parse("2024-05-02T03:14:07Z"), Time.parse("2024-05-02T03:14:09Z"),
                Optional.of(VALUE), List.of(VALUE, VALUE)));
        new TestWindow().show(primary, investigation, Runnable::run, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    private void check(String where) {
        WaitForAsyncUtils.waitForFxEvents();
        for (Window window : List.copyOf(Window.getWindows())) {
            List<Node> nodes = new ArrayList<>(List.of(window.getScene().getRoot()));
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                look(where, node);
                if (node instanceof ScrollPane pane && pane.getContent() != null && pane.getChildrenUnmodifiable().isEmpty()) {
                    nodes.add(pane.getContent());
                } else if (node instanceof Parent parent) {
                    nodes.addAll(parent.getChildrenUnmodifiable());
                }
            }
        }
    }

    private void look(String where, Node node) {
        text(where + " name of " + node.getClass().getSimpleName(), node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            text(where + " " + labeled.getStyleClass(), labeled.getText());
        }
        if (node instanceof Text shown) {
            text(where + " text " + String.join(" ", shown.getStyleClass()), shown.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            text(where + " tooltip of " + control.getStyleClass(), control.getTooltip().getText());
        }
    }

    private void text(String where, String text) {
        if (text == null) {
            return;
        }
        if (text.length() > (where.endsWith("prose") ? LONGEST_PROSE : LONGEST)) {
            bad.add(where + ": " + text.length() + " characters");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= 0x200b && c <= 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2060 && c <= 0x2069)) {
            bad.add(where + ": hidden characters");
        }
    }

    private void rows() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> table() != null && !table().getItems().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TableView<?> table() {
        return (TableView<?>) scene().lookup(".table-view");
    }

    private Scene scene() {
        return stage.getScene();
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) scene().lookup("#" + id)).fire());
    }

    private void everyTab(FxRobot robot, String where) {
        TabPane tabs = (TabPane) scene().lookup(".tab-pane");
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int index = tab;
            robot.interact(() -> tabs.getSelectionModel().select(index));
            check(where + ", tab " + tabs.getTabs().get(tab).getText());
        }
    }

    private void choose(FxRobot robot, String id) {
        ObservableList<MenuItem> items = ((MenuButton) scene().lookup("#group-by")).getItems();
        robot.interact(() -> items.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test void noValueOfAnAlertActsOrHides(FxRobot robot) throws TimeoutException {
        rows();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scene().lookup(".tab-pane") != null);
        everyTab(robot, "alerts");
        ObservableList<MenuItem> columns = ((MenuButton) scene().lookup("#column-menu")).getItems();
        robot.interact(() -> columns.stream().filter(CheckMenuItem.class::isInstance).map(CheckMenuItem.class::cast).filter(item -> !item.isSelected()).toList()
                .forEach(CheckMenuItem::fire));
        check("all columns");
        for (String group : List.of("group-host", "group-rule", "group-technique", "group-tag", "group-none")) {
            choose(robot, group);
            check(group);
        }
        robot.interact(() -> table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "f", KeyCode.F, false, false, false, false)));
        Window menu = Window.getWindows().stream().filter(window -> window instanceof ContextMenu).findFirst().orElseThrow();
        check("menu of values");
        List<MenuItem> values = List.copyOf(((ContextMenu) menu).getItems());
        robot.interact(() -> {
            menu.hide();
            values.forEach(MenuItem::fire);
        });
        check("chips");
        assertTrue(scene().lookup("#chip-host") != null);
        robot.interact(() -> ((ButtonBase) scene().lookup("#filter-host")).fire());
        check("list of values");
        assertEquals(Set.of(), bad);
    }

    @Test void noValueOfARuleOrASourceActsOrHides(FxRobot robot) throws TimeoutException {
        press(robot, "rail-rules");
        rows();
        everyTab(robot, "rules");
        robot.interact(() -> ((TextField) scene().lookup("#rule-filter")).setText("b"));
        check("filtered rules");
        press(robot, "rail-evidence");
        rows();
        check("evidence");
        assertEquals(Set.of(), bad);
    }
}
