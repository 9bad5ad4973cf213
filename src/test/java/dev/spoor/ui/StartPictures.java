package dev.spoor.ui;

import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.PreferencesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Draws the start screen, a load and the settings in both themes: {@code StartPictures FOLDER}. Needs a display of at least 1440 × 900. */
public final class StartPictures {
    private record Shot(String name, int millis, Runnable prepare) {}

    private final Deque<Shot> shots = new ArrayDeque<>();
    private final Path folder;
    private final Path cases;
    private final Stage stage = new Stage();
    private final TestWindow window = new TestWindow();
    private final PreferencesFile preferences;

    private StartPictures(Path folder) throws IOException {
        this.folder = folder;
        this.cases = Files.createTempDirectory("spoor-pictures");
        preferences = new PreferencesFile(cases.resolve("preferences.json"));
    }

    public static void main(String[] args) {
        Platform.startup(() -> {
            try {
                new StartPictures(Files.createDirectories(Path.of(args[0]))).run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void run() throws IOException {
        for (String name : List.of("BWL-2024-04", "AVC-2024-03", "NWF-2023-11")) {
            Path file = Files.write(cases.resolve(name + ".spoor"), new byte[0]);
            preferences.change(now -> now.opened(file, Instant.parse("2024-04-29T10:00:00Z")));
        }
        preferences.change(now -> now.withAnalyst("m.okafor").opened(cases.resolve("TRN-2024-01.spoor"), Instant.parse("2024-03-02T10:00:00Z")));
        window.showStart(stage, new WorkbenchCases(preferences, cases.resolve("sample")), preferences, Executors.newFixedThreadPool(3), 1440, 900);
        window.files = files();
        int number = 0;
        for (Preferences.ThemeChoice theme : List.of(Preferences.ThemeChoice.LIGHT, Preferences.ThemeChoice.DARK)) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            int mine = number++;
            add("start" + suffix, 1500, () -> window.appearance.prefer(preferences.get().withTheme(theme)));
            add("start-loading" + suffix, 4000, () -> {
                window.caseFile = Optional.of(cases.resolve("NWF-2024-0" + mine + ".spoor"));
                press("choose-files");
            });
            add("start-loaded" + suffix, 18000, () -> {});
            add("evidence-loaded" + suffix, 1500, () -> {
                press("loading-leave");
                press("rail-evidence");
            });
            add("settings" + suffix, 1000, () -> Platform.runLater(() -> press("settings")));
            add("", 500, () -> Window.getWindows().stream().filter(each -> each != stage).toList().forEach(Window::hide));
            add("", 1500, window::back);
        }
        next();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : dev.spoor.sample.SampleLogs.files().entrySet()) {
            files.add(Files.write(cases.resolve(log.getKey()), log.getValue()));
        }
        byte[] damaged = Files.readAllBytes(files.getFirst());
        for (int i = 70_000; i < Math.min(damaged.length, 70_400); i++) {
            damaged[i] = 7;
        }
        files.add(1, Files.write(cases.resolve("dc02-Security.evtx"), damaged));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            rows.append(
                    "{\"@timestamp\":\"2024-05-02T03:00:00Z\",\"host\":{\"name\":\"fs03\"},\"event\":{\"code\":\"4738\"},\"winlog\":{\"channel\":\"Security\",\"event_data\":{\"AllowedToDelegateTo\":\"")
                    .append(i % 20_000 == 7 ? "krbtgt/NWF" : "cifs/fs03")
                    .append("\"}},\"n\":").append(i).append("}\n");
        }
        files.add(2, Files.writeString(cases.resolve("edr-export.ndjson"), rows));
        files.add(3, Files.writeString(cases.resolve("readme.txt"), "Notes of the night shift, no log."));
        files.add(Files.copy(files.get(4), cases.resolve("copy-of-a-log.evtx")));
        return files;
    }

    private void add(String name, int millis, Runnable prepare) {
        shots.add(new Shot(name, millis, prepare));
    }

    private void next() {
        if (shots.isEmpty()) {
            System.exit(0);
        }
        Shot shot = shots.poll();
        shot.prepare().run();
        PauseTransition pause = new PauseTransition(Duration.millis(shot.millis()));
        pause.setOnFinished(event -> {
            if (!shot.name().isEmpty()) {
                take(shot.name());
            }
            next();
        });
        pause.play();
    }

    private void press(String id) {
        ((ButtonBase) stage.getScene().lookup("#" + id)).fire();
    }

    private void take(String name) {
        try {
            int number = 0;
            for (Window each : List.copyOf(Window.getWindows())) {
                Scene scene = each.getScene();
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", folder.resolve(name + (number++ == 0 ? "" : "-" + number) + ".png").toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
