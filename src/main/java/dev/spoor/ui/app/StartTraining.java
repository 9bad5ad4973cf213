package dev.spoor.ui.app;

import dev.spoor.ui.common.PreferencesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/**
 * Opens the sample case in a window, looks at an alert and leaves. The build runs it once, so that Java can keep what a start needs in a file beside the program
 * ({@code -XX:AOTCacheOutput}); it always ends well, for the program starts without that file too, only slower.
 */
public final class StartTraining {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int FRAMES_PER_TAB = 12;

    private StartTraining() {}

    /** Needs no screen where {@code glass.platform} is {@code Headless}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("spoor-training-");
        try {
            new PreferencesFile(folder.resolve("preferences.json")).change(now -> now.withAnalyst("training"));
            PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
            SpoorApp.show(new WorkbenchCases(preferences, folder.resolve("sample")), preferences, Optional.empty(), stage -> new Visit(stage).start());
        } catch (NoDisplayException e) {
            System.out.println("Not trained: " + e.getMessage());
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            System.out.println("Left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    /** Waits for the alerts, then opens one tab after the other, then closes the window. Window thread only. */
    private static final class Visit extends AnimationTimer {
        private final Stage stage;
        private final long until = System.nanoTime() + PATIENCE_NANOS;
        private int frames;
        private boolean pressed;

        private Visit(Stage stage) {
            this.stage = stage;
        }

        @Override public void handle(long now) {
            if (System.nanoTime() > until) {
                leave();
            }
            Node alerts = stage.getScene().lookup("#alert-table");
            if (!pressed && stage.getScene().lookup("#open-sample") instanceof Button sample) {
                pressed = true;
                sample.fire();
            }
            if (alerts instanceof TableView<?> table && !table.getItems().isEmpty()) {
                frames++;
                visit(table);
            }
        }

        private void visit(TableView<?> table) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
            if (stage.getScene().lookup(".tab-pane") instanceof TabPane tabs && frames % FRAMES_PER_TAB == 0) {
                int next = frames / FRAMES_PER_TAB;
                if (next >= tabs.getTabs().size()) {
                    leave();
                } else {
                    tabs.getSelectionModel().select(next);
                }
            }
        }

        private void leave() {
            stop();
            stage.hide();
        }
    }
}
