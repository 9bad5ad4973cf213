package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.alerts.AlertRow;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.common.Theme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    private static final String LONG = "A".repeat(5_000) + "END";
    private final FakeInvestigation investigation = FakeInvestigation.northwind().with("file.name", "invoice\u202efdp.exe\0\u001b[31m").with("zz.long", LONG);
    private final ScreenUser user = new ScreenUser();
    private TestWindow window;
    private Stage stage;

    @Start void start(Stage primary) {
        stage = primary;
        window = new TestWindow();
        window.show(primary, investigation, Runnable::run, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @BeforeEach void theAlertsAreThere() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table() != null && selected() != null && stage.getScene().lookup(".tab-pane") != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Not waited for: a key that opens a dialog returns when the dialog is closed. Keys go to the control that has the focus; without a display a window may lose its own focus to one that is just being closed. */
    private static void key(Scene scene, EventType<KeyEvent> type, String character, KeyCode code, boolean control) {
        Platform.runLater(() -> Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(type, character, "", code, false, control, false, false)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(String text) {
        write(stage.getScene(), text);
    }

    private static void write(Scene scene, String text) {
        text.chars().forEach(c -> key(scene, KeyEvent.KEY_TYPED, String.valueOf((char) c), KeyCode.UNDEFINED, false));
    }

    private static Scene dialog(FxRobot robot) {
        return robot.lookup(".spoor-dialog").query().getScene();
    }

    private static void awaitFocus(FxRobot robot, String query) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(query).tryQuery().filter(Node::isFocused).isPresent());
    }

    @SuppressWarnings("unchecked")
    private TableView<AlertRow> table() {
        return (TableView<AlertRow>) stage.getScene().lookup(".table-view");
    }

    private Alert selected() {
        AlertRow row = table().getSelectionModel().getSelectedItem();
        return row == null ? null : row.alert();
    }

    private void awaitSelected(Predicate<Alert> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> selected() != null && condition.test(selected()));
        } catch (TimeoutException e) {
            throw new AssertionError("selected is " + selected(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int row() {
        WaitForAsyncUtils.waitForFxEvents();
        return table().getSelectionModel().getSelectedIndex();
    }

    private void select(FxRobot robot, String rule) {
        robot.interact(() -> table().getSelectionModel().clearAndSelect(indexOf(rule)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int indexOf(String rule) {
        for (int i = 0; i < table().getItems().size(); i++) {
            if (table().getItems().get(i).alert().rule().name().contains(rule) && table().getItems().get(i).alert().status() == Status.OPEN) {
                return i;
            }
        }
        throw new AssertionError(rule);
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#" + id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void tab(FxRobot robot, int index) {
        robot.interact(() -> ((TabPane) stage.getScene().lookup(".tab-pane")).getSelectionModel().select(index));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test void theWorstAndNewestAlertIsSelectedFirst(FxRobot robot) {
        assertEquals(Severity.CRITICAL, selected().severity());
        assertTrue(user.text().contains(selected().summary()));
        assertTrue(user.text().contains("1,204,113 events"));
        assertTrue(user.text().contains("1 damaged"));
    }

    @Test void theHistogramCountsTheAlertsOfEachSeverity(FxRobot robot) {
        System.gc();
        press(robot, "rail-rules");
        press(robot, "rail-alerts");
        user.awaitText("Critical\n7\n");
        write("e");
        user.awaitText("Acknowledged 1 alert.");
    }

    @Test void keysMoveThroughTheAlerts(FxRobot robot) {
        Alert first = selected();
        write("jj");
        assertEquals(2, row());
        write("k");
        assertEquals(1, row());
        write("[");
        assertEquals(first, selected());
        key(stage.getScene(), KeyEvent.KEY_PRESSED, "", KeyCode.DOWN, false);
        assertEquals(1, row());
    }

    @Test void aHeaderSortsTheTable(FxRobot robot) throws TimeoutException {
        Node header = robot.lookup(".column-header .label").queryAllAs(Label.class).stream().filter(label -> "Rule".equals(label.getText())).findFirst().orElseThrow();
        robot.clickOn(header);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            List<String> names = table().getItems().stream().map(row -> row.alert().rule().name()).toList();
            return names.equals(names.stream().sorted().toList());
        });
    }

    @Test void theGuideIsReadWithItsListsTablesAndLinks(FxRobot robot) {
        select(robot, "certificate store");
        write("g");
        WaitForAsyncUtils.waitForFxEvents();
        String guide = user.text();
        assertTrue(guide.contains("Triage") && guide.contains("which account") && guide.contains("C:\\Users\\Public") && guide.contains("4877"));
        assertTrue(guide.contains("Logons of this account"));
        assertTrue(guide.contains("<b>"));
        Hyperlink link =
                (Hyperlink) ScreenUser.all(stage.getScene().getRoot()).stream().filter(node -> node instanceof Hyperlink web && web.getText().equals("the technique's page"))
                        .findFirst().orElseThrow();
        assertEquals("https://attack.mitre.org/techniques/T1649/", link.getTooltip().getText());
        assertEquals(List.of(), window.opened);
        robot.interact(link::fire);
        assertEquals(List.of("https://attack.mitre.org/techniques/T1649/"), window.opened);
        assertTrue(guide.contains("this one ‹javascript:alert(1)›"));
        assertTrue(ScreenUser.all(stage.getScene().getRoot()).stream().noneMatch(node -> node instanceof Hyperlink web && web.getText().contains("one")));
    }

    @Test void aFalsePositiveIsMarkedWithTheKeyboardAlone(FxRobot robot) throws TimeoutException {
        select(robot, "certificate store");
        Alert alert = selected();
        robot.interact(() -> table().requestFocus());
        write("p");
        awaitFocus(robot, "#decision-note");
        write(robot.lookup("#decision-note").query().getScene(), "Backup of change 4711.");
        key(dialog(robot), KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, true);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Optional.of("decide 1 closed false_positive Backup of change 4711."), investigation.called("decide"));
        assertEquals(alert.id(), selected().id());
        awaitSelected(now -> now.reason().equals(Optional.of(Reason.FALSE_POSITIVE)));
        assertTrue(user.text().contains("Closed 1 alert as false positive."));
        tab(robot, 6);
        assertTrue(user.text().contains("closed, false_positive: Backup of change 4711."));
    }

    @Test void aFalsePositiveNeedsANote(FxRobot robot) throws TimeoutException {
        write("p");
        awaitFocus(robot, "#decision-note");
        key(dialog(robot), KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, true);
        assertTrue(robot.lookup("#decision-note").tryQuery().isPresent());
        key(dialog(robot), KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE, false);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Optional.empty(), investigation.called("decide"));
    }

    @Test void severalAlertsAreClosedWithAReasonAtOnce(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectRange(0, 3);
        });
        write("c");
        awaitFocus(robot, "#reason-false_positive");
        robot.interact(() -> robot.lookup("#reason-true_positive").queryAs(RadioButton.class).fire());
        key(dialog(robot), KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, true);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Optional.of("decide 3 closed true_positive "), investigation.called("decide"));
        assertTrue(user.text().contains("Closed 3 alerts as true positive."));
    }

    @Test void acknowledgedAlertsCanBeReopened(FxRobot robot) {
        write("e");
        awaitSelected(alert -> alert.status() == Status.ACKNOWLEDGED);
        write("r");
        awaitSelected(alert -> alert.status() == Status.OPEN);
    }

    @Test void theFilterShowsWhatMatchesAndSaysWhenNothingDoes(FxRobot robot) throws TimeoutException {
        write("/");
        awaitFocus(robot, "#alert-filter");
        write("certificate ca01");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> user.text().contains("of 42 alerts") && !table().getItems().isEmpty()
                && table().getItems().stream().allMatch(row -> row.alert().host().equals(Optional.of("ca01"))));
        write("zzz");
        user.awaitText("42 alerts, none match the filter.");
        key(stage.getScene(), KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE, false);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table() != null && table().getItems().size() == 42);
    }

    @Test void theThemeChangesAtAClick(FxRobot robot) {
        Theme before = window.appearance.themeProperty().get();
        press(robot, "theme-toggle");
        assertEquals(before.other(), window.appearance.themeProperty().get());
        assertTrue(stage.getScene().getStylesheets().getLast().endsWith(before.other() == Theme.DARK ? "dark.css" : "light.css"));
    }

    @Test void hostileValuesAreHarmlessAndLongOnesCanBeOpened(FxRobot robot) {
        tab(robot, 3);
        robot.interact(() -> robot.lookup("#event-filter").queryAs(TextField.class).setText("file.name"));
        user.awaitText("invoice‹U+202E›fdp.exe‹NUL›‹ESC›[31m");
        assertFalse(user.text().contains("\u202e") || user.text().contains("\0") || user.text().contains("\u001b"));
        robot.interact(() -> robot.lookup("#event-filter").queryAs(TextField.class).setText("zz.long"));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(user.text().contains("END"));
        robot.interact(() -> ((Button) ScreenUser.all(stage.getScene().lookup(".field-list")).stream().filter(node -> node.getStyleClass().contains("copy-button")).findFirst()
                .orElseThrow()).fire());
        assertEquals(List.of(LONG), window.copied);
        Hyperlink all = robot.lookup("Show all 5,003 characters").queryAs(Hyperlink.class);
        robot.interact(all::fire);
        ListView<?> list = (ListView<?>) stage.getScene().lookup(".field-list");
        assertEquals(6, list.getItems().size());
        assertTrue(list.getItems().getLast().toString().contains("END"));
    }

    @Test void theRuleTabHasEveryLabelOfTheRule(FxRobot robot) {
        select(robot, "certificate store");
        tab(robot, 5);
        String shown = user.text();
        SampleRules.adcs().rule().labels().forEach(label -> assertTrue(shown.contains(label.label()), label.label()));
        assertTrue(shown.contains("maxspan"));
    }

    @Test void theTechniquesAreShownWithTheirTactic(FxRobot robot) {
        select(robot, "Kerberos");
        tab(robot, 2);
        for (String wanted : List.of("TA0006", "Credential Access", "T1558", "Steal or Forge Kerberos Tickets", "T1558.001", "Golden Ticket")) {
            assertTrue(user.text().contains(wanted), wanted);
        }
    }

    @Test void rulesThatCannotRunSayWhy(FxRobot robot) throws TimeoutException {
        press(robot, "rail-rules");
        write("/");
        awaitFocus(robot, "#rule-filter");
        write("rare parent");
        user.awaitText("machine learning: the job rare_process_by_host has no offline model");
        user.awaitText("Did not run");
    }

    @Test void damageIsListedWithItsPlace(FxRobot robot) {
        press(robot, "rail-evidence");
        write("jjj");
        user.awaitText("offset 0x02130000");
        assertTrue(user.text().contains("412"));
    }

    @Test void aFailureSaysWhatAndOffersToTryAgain(FxRobot robot) {
        investigation.failure = "The drive with NWF-2024-05.spoor is not connected.";
        press(robot, "rail-rules");
        assertTrue(user.text().contains("Could not read the rules") && user.text().contains("is not connected."));
        investigation.failure = null;
        robot.interact(() -> robot.lookup("Try again").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(18, ((TableView<?>) stage.getScene().lookup(".table-view")).getItems().size());
    }

    @Test void allKeysAreShownAtAQuestionMark(FxRobot robot) {
        write("?");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("Close as false positive, with a note").tryQuery().isPresent());
        key(dialog(robot), KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE, false);
    }

    @Test void everyControlHasANameThatCanBeRead(FxRobot robot) {
        TreeSet<String> nameless = new TreeSet<>();
        for (String screen : List.of("rail-rules", "rail-evidence", "rail-alerts")) {
            press(robot, screen);
            for (int tab = 0; tab < 6 && stage.getScene().lookup(".tab-pane") instanceof TabPane; tab++) {
                tab(robot, Math.min(tab, ((TabPane) stage.getScene().lookup(".tab-pane")).getTabs().size() - 1));
                for (Node node : ScreenUser.all(stage.getScene().getRoot())) {
                    boolean wants = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof TableView || node instanceof ListView;
                    if (wants && node.isVisible() && node.getAccessibleText() == null && !(node instanceof Labeled labeled && !Objects.toString(labeled.getText(), "").isBlank())) {
                        nameless.add(screen + " " + ((Control) node).getStyleClass());
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), nameless);
    }
}
