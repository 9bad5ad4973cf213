package dev.spoor.ui;

import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.PreferencesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Why a rule fired, what lies around an alert, and variants, on the sample case. */
@ExtendWith(ApplicationExtension.class)
final class DeskWalkTest {
    @TempDir static Path shared;
    private final ScreenUser user = new ScreenUser();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private Path folder;
    private TestWindow window;

    @Start void start(Stage primary) throws IOException {
        folder = Files.createTempDirectory(shared, "walk");
        PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
        preferences.change(now -> now.withAnalyst("m.okafor"));
        window = new TestWindow();
        window.showStart(primary, new WorkbenchCases(preferences, folder.resolve("sample")), preferences, background, 960, 600);
        HeadlessMouseFix.install(primary.getScene());
    }

    @AfterEach void end() {
        background.shutdownNow();
    }

    @Test void anAnalystSeesWhyARuleFiredWhatLiesAroundAndDecidesOnceForAllThatLookAlike() {
        user.click("#open-sample");
        user.await("#alert-table", TableView.class, table -> !table.getItems().isEmpty());
        user.click("#alert-filter");
        user.awaitFocus("#alert-filter");
        user.type("adm-pki2 ca01");
        user.await("#alert-table", TableView.class, table -> table.getItems().size() == 1);
        user.click("#alert-table .table-row-cell:filled");
        user.awaitText("true");
        user.await("characters marked", () -> ScreenUser.find(".clauses .mark").isPresent());
        user.click("#near-misses");
        user.awaitText("the rule almost find");
        user.clickWords("Related");
        user.await("#around", VBox.class, around -> !around.getChildren().isEmpty());
        user.awaitText("How often in this case");
        user.clickWords("Event");
        user.click("#event-filter");
        user.awaitFocus("#event-filter");
        user.type("event.code");
        user.await("characters marked in the fields", () -> ScreenUser.find(".field-list .mark").isPresent());
        user.click("#fold-variants");
        user.await("#fold-variants", ToggleButton.class, ToggleButton::isSelected);
        user.awaitText("17 alerts = ");
    }
}
