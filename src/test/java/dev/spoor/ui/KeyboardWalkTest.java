package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.alerts.AlertRow;
import dev.spoor.ui.app.TestWindow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Work on alerts with nothing but keys. */
@ExtendWith(ApplicationExtension.class)
final class KeyboardWalkTest {
    private final FakeInvestigation investigation = FakeInvestigation.northwind();
    private Stage stage;

    @Start void start(Stage primary) {
        stage = primary;
        new TestWindow().show(primary, investigation, Runnable::run, 960, 600);
    }

    @BeforeEach void theAlertsAreThere() {
        await(() -> table() != null && !table().getItems().isEmpty() && table().isFocused());
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private TableView<AlertRow> table() {
        return (TableView<AlertRow>) stage.getScene().lookup("#alert-table");
    }

    private AlertRow row() {
        return table().getSelectionModel().getSelectedItem();
    }

    private static void fire(Scene scene, EventType<KeyEvent> type, String character, KeyCode code, boolean shift, boolean control) {
        Platform.runLater(() -> Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(type, character, "", code, shift, control, false, false)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String text) {
        type(stage.getScene(), text);
    }

    private static void type(Scene scene, String text) {
        text.chars().forEach(c -> fire(scene, KeyEvent.KEY_TYPED, String.valueOf((char) c), KeyCode.UNDEFINED, false, false));
    }

    private void press(KeyCode code) {
        fire(stage.getScene(), KeyEvent.KEY_PRESSED, "", code, false, false);
    }

    private void control(KeyCode code) {
        fire(stage.getScene(), KeyEvent.KEY_PRESSED, "", code, false, true);
    }

    /** The scene of the dialog in which a control has the focus. */
    private static Scene asked(String id) {
        Scene[] found = new Scene[1];
        await(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                Node node = window.getScene() == null || window.getScene().getRoot() == null ? null : window.getScene().getRoot().lookup(id);
                if (node != null && node.isFocused()) {
                    found[0] = window.getScene();
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private void answer(String id, String text) {
        Scene dialog = asked(id);
        type(dialog, text);
        fire(dialog, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, false, true);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Alert stored(Alert alert) {
        return investigation.alertNow(alert.id());
    }

    @Test void tenAlertsAreDecidedByKeysAlone() {
        List<Alert> chosen = table().getItems().stream().map(AlertRow::alert).filter(alert -> alert.status() == Status.OPEN).limit(10).toList();
        for (int i = 0; i < chosen.size(); i++) {
            while (!row().alert().id().equals(chosen.get(i).id())) {
                String before = row().alert().id();
                type("j");
                assertTrue(!before.equals(row().alert().id()), "J moves on");
            }
            switch (i % 4) {
                case 0 -> type("e");
                case 1 -> {
                    type("p");
                    answer("#decision-note", "Backup of change 4711.");
                }
                case 2 -> {
                    type("c");
                    Scene dialog = asked("#reason-false_positive");
                    fire(dialog, KeyEvent.KEY_PRESSED, "", KeyCode.SPACE, false, false);
                    fire(dialog, KeyEvent.KEY_RELEASED, "", KeyCode.SPACE, false, false);
                    fire(dialog, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, false, true);
                }
                default -> {
                    press(KeyCode.SPACE);
                    type("e");
                }
            }
            Alert alert = chosen.get(i);
            await(() -> stored(alert).status() != Status.OPEN);
        }
        assertTrue(chosen.stream().map(this::stored).noneMatch(alert -> alert.status() == Status.OPEN));
        assertEquals(Reason.FALSE_POSITIVE, stored(chosen.get(1)).reason().orElseThrow());
    }

    @Test void allThatAreShownAreDecidedAtOnceAndTakenBackAtOnce() {
        List<Alert> before = table().getItems().stream().map(AlertRow::alert).toList();
        control(KeyCode.A);
        type("e");
        await(() -> before.stream().allMatch(alert -> stored(alert).status() == Status.ACKNOWLEDGED));
        await(() -> table().getItems().stream().allMatch(row -> row.alert().status() == Status.ACKNOWLEDGED));
        control(KeyCode.Z);
        await(() -> before.stream().allMatch(alert -> stored(alert).equals(alert)));
        assertTrue(investigation.called("restore " + before.size()).isPresent());
        await(() -> before.equals(table().getItems().stream().map(AlertRow::alert).toList()));
    }

    @Test void tagsAndNotesKeepTheStatus() {
        Alert alert = row().alert();
        type("t");
        answer("#decision-tags", "pki, ca");
        await(() -> stored(alert).tags().containsAll(List.of("pki", "ca")));
        type("n");
        answer("#decision-note", "Asked the owner.");
        await(() -> investigation.called("decide 1 open - Asked the owner.").isPresent());
        assertEquals(Status.OPEN, stored(alert).status());
    }

    @Test void aFilterIsChosenFromItsListAndClearedAgain() {
        int all = table().getItems().size();
        Platform.runLater(() -> ((Button) stage.getScene().lookup("#filter-host")).fire());
        Scene[] popup = new Scene[1];
        await(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window.getScene().getRoot().lookup(".choices") instanceof ListView<?> list && !list.getItems().isEmpty()) {
                    popup[0] = window.getScene();
                }
            }
            return popup[0] != null;
        });
        fire(popup[0], KeyEvent.KEY_PRESSED, "", KeyCode.SPACE, false, false);
        await(() -> table() != null && table().getItems().size() < all);
        assertEquals(1, table().getItems().stream().map(row -> row.alert().host()).distinct().count());
        assertTrue(stage.getScene().lookup("#chip-host") != null);
        fire(popup[0], KeyEvent.KEY_PRESSED, "", KeyCode.SPACE, false, false);
        await(() -> table().getItems().size() == all);
        fire(popup[0], KeyEvent.KEY_PRESSED, "", KeyCode.ESCAPE, false, false);
    }

    @Test void aRangeOfTimeIsChosenInTheHistogram() {
        int all = table().getItems().size();
        Platform.runLater(() -> stage.getScene().lookup("#histogram").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < 20; i++) {
            fire(stage.getScene(), KeyEvent.KEY_PRESSED, "", KeyCode.RIGHT, true, false);
        }
        await(() -> table() != null && table().getItems().size() < all && !table().getItems().isEmpty());
        press(KeyCode.ESCAPE);
        await(() -> table() != null && table().getItems().size() == all);
    }
}
