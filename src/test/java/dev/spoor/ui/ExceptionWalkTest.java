package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionScope;
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
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
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
        robot.interact(() -> robot.lookup("#except-overriding").<Hyperlink>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled());
        type(robot, "#except-override", "Drill of the red team");
        press(robot, "#except-save");
        String comment = investigation.exceptions().getFirst().comment();
        assertTrue(comment.contains("Tested in the laboratory") && comment.contains("Drill of the red team"), comment);
        assertTrue(investigation.journal().getLast().detail().contains("Drill of the red team"));
        assertEquals(Optional.of(Reason.TRUE_POSITIVE), stored().reason());
    }

    @Test void aValueListIsMadeInTheEditorAndKeepsTheBackupAway(FxRobot robot) throws TimeoutException, WorkbenchException {
        openEditor(robot);
        robot.interact(() -> {
            ComboBox<Object> operator = comboWith(robot, "is in list");
            operator.setValue(operator.getItems().stream().filter(one -> operator.getConverter().toString(one).equals("is in list")).findFirst().orElseThrow());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled(), "no list yet");
        robot.interact(
                () -> robot.lookup(".list-new").<ButtonBase>queryAll().stream().filter(Node::isVisible).filter(node -> node.getParent().isVisible()).findFirst().orElseThrow()
                        .fire());
        WaitForAsyncUtils.waitForFxEvents();
        type(robot, "#list-name", "authorities");
        type(robot, "#list-values", "ca01.nwf.example\nca02.nwf.example\n");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !robot.lookup("#list-save").<Button>query().isDisabled());
        press(robot, "#list-save");
        assertEquals(List.of("ca01.nwf.example", "ca02.nwf.example"), investigation.valueLists().getFirst().values());
        type(robot, "#except-comment", "Planned backup");
        await(robot, "#except-count");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup("#except-count").<Label>tryQuery().map(label -> label.getText().equals("1")).orElse(false));
        press(robot, "#except-show-query");
        assertTrue(this.<Label>shown(robot, "#except-query").getText().contains("(\"ca01.nwf.example\" or \"ca02.nwf.example\")"),
                this.<Label>shown(robot, "#except-query").getText());
        press(robot, "#except-save");
        assertTrue(investigation.journal().getLast().detail().contains("is in list 'authorities' (keyword)"), investigation.journal().getLast().detail());
        assertFalse(producedAgain());
    }

    @SuppressWarnings("unchecked") // the operators are of a type that the test cannot name
    private static ComboBox<Object> comboWith(FxRobot robot, String word) {
        return robot.lookup(".condition-row .combo-box").<ComboBox<Object>>queryAll().stream()
                .filter(combo -> combo.getConverter() != null && combo.getItems().stream().anyMatch(one -> combo.getConverter().toString(one).equals(word))).findFirst()
                .orElseThrow();
    }

    @Test void aScopeWidensTheExceptionAndTheSentence(FxRobot robot) throws TimeoutException, WorkbenchException {
        openEditor(robot);
        robot.interact(() -> robot.lookup("#except-scope").<ComboBox<ExceptionScope>>query().setValue(ExceptionScope.ALL));
        await(robot, "#except-count");
        assertTrue(robot.lookup(".except-form .card .label").<Label>queryAll().stream().anyMatch(label -> label.getText().startsWith("Do not alert, whatever the rule, when ")));
        type(robot, "#except-comment", "Planned backup");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !robot.lookup("#except-save").<Button>query().isDisabled());
        press(robot, "#except-save");
        assertEquals(ExceptionScope.ALL, investigation.exceptions().getFirst().scope());
        assertFalse(producedAgain());
    }

    @Test void aSelectionOfSeveralRulesSaysSoAndHoldsForAllOfThem(FxRobot robot) throws TimeoutException, WorkbenchException {
        robot.interact(() -> {
            table().getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
            table().getSelectionModel().selectAll();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#add-exception")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        boolean opened = robot.lookup("#except-scope").tryQuery().isPresent();
        if (opened) {
            ExceptionScope scope = robot.lookup("#except-scope").<ComboBox<ExceptionScope>>query().getValue();
            assertEquals(ExceptionScope.Kind.RULES, scope.kind());
        } else {
            String said =
                    robot.lookup(".label").<Label>queryAll().stream().map(Label::getText).filter(text -> text != null && text.startsWith("No exception can be made.")).findFirst()
                            .orElseThrow();
            assertTrue(said.contains("in common"), said);
        }
    }

    @Test void theEditorOpensFromTheRulePage(FxRobot robot) throws TimeoutException, WorkbenchException {
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rail-rules")).fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> stage.getScene().lookup("#rule-exception") != null);
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rule-exception")).fire());
        await(robot, "#except-scope");
        assertTrue(this.<Button>shown(robot, "#except-save").isDisabled(), "nothing is filled in");
        robot.interact(() -> {
            ComboBox<Object> operator = comboWith(robot, "exists");
            operator.setValue(operator.getItems().stream().filter(one -> operator.getConverter().toString(one).equals("exists")).findFirst().orElseThrow());
        });
        await(robot, "#except-count");
        assertTrue(robot.lookup("#except-times").tryQuery().isPresent() || robot.lookup("#except-causes").tryQuery().isPresent());
    }

    @Test void switchingAndDeletingAnExceptionCanBeUndone(FxRobot robot) throws TimeoutException, WorkbenchException {
        openEditor(robot);
        type(robot, "#except-comment", "Planned backup");
        press(robot, "#except-save");
        assertFalse(producedAgain());
        long hits = investigation.exceptionUses().values().iterator().next().hits();
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rail-exceptions")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, "#exceptions-switch");
        assertFalse(investigation.exceptions().getFirst().enabled());
        press(robot, "#undo");
        assertTrue(investigation.exceptions().getFirst().enabled());
        String id = investigation.exceptions().getFirst().id();
        Platform.runLater(() -> ((ButtonBase) stage.getScene().lookup("#exceptions-delete")).fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".dialog-pane .button").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".dialog-pane .button").<Button>queryAll().stream().filter(button -> button.getText().equals("Delete")).findFirst().orElseThrow().fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), investigation.exceptions());
        press(robot, "#undo");
        assertEquals(id, investigation.exceptions().getFirst().id());
        assertEquals(hits, investigation.exceptionUses().get(id).hits());
    }

    @Test void theSmallestConditionIsFoundAndTheBreadthIsTold(FxRobot robot) throws TimeoutException {
        openEditor(robot);
        robot.interact(() -> robot.lookup("#except-propose").<Hyperlink>query().fire());
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> !robot.lookup("#except-proposed").<Label>query().getText().isEmpty());
        await(robot, "#except-breadth");
        assertTrue(List.of("narrow", "medium", "broad").contains(this.<Label>shown(robot, "#except-grade").getText()));
        assertTrue(robot.lookup("#except-try-samples").tryQuery().isPresent());
    }

    @Test void anExceptionForOneHostHasThatHostAsACondition(FxRobot robot) throws TimeoutException, WorkbenchException {
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rail-rules")).fire());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> stage.getScene().lookup("#rule-exception") != null);
        robot.interact(() -> ((ButtonBase) stage.getScene().lookup("#rule-exception")).fire());
        await(robot, "#except-scope");
        robot.interact(() -> {
            ComboBox<Object> operator = comboWith(robot, "exists");
            operator.setValue(operator.getItems().stream().filter(one -> operator.getConverter().toString(one).equals("exists")).findFirst().orElseThrow());
        });
        boolean offered = robot.lookup("#except-host").tryQuery().isPresent();
        if (offered) {
            robot.interact(() -> robot.lookup("#except-host").<ComboBox<String>>query().getSelectionModel().select(1));
        }
        type(robot, "#except-comment", "One host only");
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> !robot.lookup("#except-save").<Button>query().isDisabled());
        press(robot, "#except-save");
        assertEquals(offered, investigation.exceptions().getFirst().entries().stream().anyMatch(entry -> entry.field().equals("host.name")
                && entry.operator() == dev.spoor.rule.exceptions.Entry.Operator.IS));
    }

    private <T extends Node> T shown(FxRobot robot, String query) {
        return node(robot, query);
    }
}
