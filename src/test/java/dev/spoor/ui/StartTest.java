package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.archive.Recipe;
import dev.spoor.sample.SampleLogs;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.Theme;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The start screen on real files: sample, loading, recent cases, settings. */
@ExtendWith(ApplicationExtension.class)
final class StartTest {
    @TempDir static Path shared;
    private final ScreenUser user = new ScreenUser();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private Path folder;
    private PreferencesFile preferences;
    private TestWindow window;
    private Stage stage;

    @Start void start(Stage primary) throws IOException {
        stage = primary;
        folder = Files.createTempDirectory(shared, "start");
        preferences = new PreferencesFile(folder.resolve("preferences.json"));
        preferences.change(now -> now.withAnalyst("m.okafor").opened(folder.resolve("gone.spoor"), Instant.parse("2024-05-03T21:00:00Z")));
        window = new TestWindow();
        window.showStart(primary, new WorkbenchCases(preferences, folder.resolve("sample")), preferences, background, 960, 600);
    }

    @BeforeEach void theStartScreenIsThere() {
        user.awaitText("New case");
    }

    @AfterEach void end() {
        background.shutdownNow();
    }

    private void press(String id) {
        Platform.runLater(() -> ((ButtonBase) ScreenUser.find("#" + id).orElseThrow(() -> new AssertionError(id))).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
        return logs;
    }

    @Test void theSampleCaseOpens(FxRobot robot) {
        press("open-sample");
        user.awaitText("Spoor");
        user.awaitText(" alerts open");
        assertTrue(Files.exists(folder.resolve("sample").resolve("northwind.spoor")));
        assertEquals(1, preferences.get().recent().size());
    }

    @Test void filesAreLoadedIntoANewCaseAndAForeignOneIsRefused(FxRobot robot) throws IOException, WorkbenchException {
        List<Path> files = new ArrayList<>(logs().subList(0, 2));
        files.add(Files.writeString(folder.resolve("photo.txt"), "this is no log"));
        window.files = files;
        window.caseFile = Optional.of(folder.resolve("NWF-1"));
        press("choose-files");
        user.awaitText("Loaded 2 sources");
        user.awaitText("photo.txt");
        user.awaitText("is of no format that is read");
        user.awaitText("1 could not be loaded.");
        press("loading-leave");
        user.awaitText(" alerts open");
        assertTrue(ScreenUser.find("#rail-alerts").isPresent());
        assertTrue(preferences.get().recent().getFirst().path().endsWith("NWF-1.spoor"));
    }

    @Test void evidenceIsAddedToAnOpenCaseAndRulesRunAgain(FxRobot robot) throws IOException, WorkbenchException {
        try (Investigation made = new Workbench().openOrCreate(folder.resolve("empty.spoor"))) {
            assertEquals(0, made.summary().events());
        }
        window.caseFile = Optional.of(folder.resolve("empty.spoor"));
        press("open-case");
        user.awaitText("No events");
        press("rail-evidence");
        window.files = logs().subList(0, 3);
        press("add-evidence");
        user.awaitText("Loaded 3 sources");
        user.awaitText("3 sources");
        press("run-rules");
        user.awaitText("The rules gave ");
        assertTrue(ScreenUser.find("#loading-list").isPresent());
    }

    /** The question for the password holds the load, however fast the machine is. */
    @Test void aLoadCanBeCancelledAndWhatWasReadStays(FxRobot robot) throws IOException {
        Path locked = Files.write(folder.resolve("logs.zip"), Recipe.make("aes(a.ndjson, sub/b.ndjson)"));
        Path behind = Files.writeString(folder.resolve("later.ndjson"), "{\"@timestamp\":\"2024-05-02T03:00:00Z\",\"host\":{\"name\":\"fs03\"}}\n");
        window.files = List.of(logs().getFirst(), locked, behind);
        window.caseFile = Optional.of(folder.resolve("NWF-2.spoor"));
        press("choose-files");
        user.awaitText("logs.zip is encrypted.");
        user.awaitText("events/s");
        press("loading-cancel");
        user.awaitText("loading again completes it.");
        assertTrue(user.text().contains("not loaded"), user.text());
        assertTrue(user.text().contains("Cancelled after 1 source"), user.text());
    }

    @Test void thePasswordOfAnArchiveIsAskedFor(FxRobot robot) throws IOException {
        window.files = List.of(Files.write(folder.resolve("logs.zip"), Recipe.make("aes(a.ndjson, sub/b.ndjson)")));
        window.caseFile = Optional.of(folder.resolve("NWF-3.spoor"));
        press("choose-files");
        user.awaitText("logs.zip is encrypted.");
        unlock(robot, "guess");
        user.awaitText("That password does not fit");
        unlock(robot, Recipe.PASSWORD);
        user.awaitText("Loaded 3 sources");
        user.awaitText("b.ndjson");
    }

    private void unlock(FxRobot robot, String password) {
        robot.interact(() -> ((TextInputControl) ScreenUser.find("#archive-password").orElseThrow()).setText(password));
        Platform.runLater(() -> Window.getWindows().stream().flatMap(each -> ScreenUser.all(each.getScene().getRoot()).stream())
                .filter(node -> node instanceof ButtonBase button && "Unlock".equals(button.getText())).findFirst().map(ButtonBase.class::cast).orElseThrow().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test void aMissingRecentCaseSaysSoAndCanBeForgotten(FxRobot robot) {
        user.awaitText("The file is not where it was.");
        Hyperlink forget =
                (Hyperlink) ScreenUser.all(stage.getScene().getRoot()).stream().filter(node -> node instanceof Hyperlink link && link.getText().equals("Forget")).findFirst()
                        .orElseThrow();
        robot.interact(forget::fire);
        user.awaitText("No case was opened yet.");
        assertEquals(List.of(), new PreferencesFile(folder.resolve("preferences.json")).get().recent());
    }

    @Test void theThemeOfTheTopBarIsKept(FxRobot robot) {
        Theme before = window.appearance.themeProperty().get();
        press("theme-toggle");
        assertEquals(before.other(), window.appearance.themeProperty().get());
        assertEquals(before.other().name(), new PreferencesFile(folder.resolve("preferences.json")).get().theme().name());
    }

    @Test void settingsCountAtOnceAndAreKept(FxRobot robot) {
        press("settings");
        user.awaitText("Apply");
        robot.interact(() -> {
            ((Slider) ScreenUser.find("#settings-zoom").orElseThrow()).setValue(150);
            ((RadioButton) ScreenUser.find("#settings-theme-light").orElseThrow()).fire();
            ((TextInputControl) ScreenUser.find("#settings-analyst").orElseThrow()).setText("k.mori");
        });
        Platform.runLater(() -> Window.getWindows().stream().flatMap(each -> ScreenUser.all(each.getScene().getRoot()).stream())
                .filter(node -> node instanceof ButtonBase button && "Apply".equals(button.getText())).findFirst().map(ButtonBase.class::cast).orElseThrow().fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(150, window.appearance.zoom());
        PreferencesFile kept = new PreferencesFile(folder.resolve("preferences.json"));
        assertEquals(150, kept.get().zoom());
        assertEquals(Optional.of("k.mori"), kept.get().analyst());
        assertFalse(kept.get().localTime());
    }

    @Test void everyControlHasANameThatCanBeRead(FxRobot robot) {
        TreeSet<String> nameless = new TreeSet<>();
        for (Node node : ScreenUser.all(stage.getScene().getRoot())) {
            boolean wants = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof TableView;
            if (wants && node.isVisible() && node.getAccessibleText() == null && !(node instanceof Labeled labeled && !Objects.toString(labeled.getText(), "").isBlank())) {
                nameless.add(node.getStyleClass().toString());
            }
        }
        assertEquals(new TreeSet<>(), nameless);
    }
}
