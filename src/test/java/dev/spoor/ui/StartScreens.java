package dev.spoor.ui;

import dev.spoor.sample.SampleLogs;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.PreferencesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The pictures of the window while no case is open, and while files are loaded. Window thread only. */
final class StartScreens {
    private final Path folder;
    private final Path cases;
    private final ExecutorService background;
    private final Stage stage = new Stage();
    private final TestWindow window = new TestWindow();
    private final PreferencesFile preferences;

    StartScreens(Path folder, ExecutorService background) throws IOException {
        this.folder = folder;
        this.background = background;
        cases = Files.createDirectories(Files.createTempDirectory("spoor").resolve("cases"));
        preferences = new PreferencesFile(cases.resolve("preferences.json"));
    }

    /** Shows the window and plans its pictures. */
    Pictures plan(int width, int height) throws IOException {
        for (String name : List.of("BWL-2024-04", "AVC-2024-03", "NWF-2023-11")) {
            Path file = Files.write(cases.resolve(name + ".spoor"), new byte[0]);
            preferences.change(now -> now.opened(file, Instant.parse("2024-04-29T10:00:00Z")));
        }
        preferences.change(now -> now.withAnalyst("m.okafor").opened(cases.resolve("TRN-2024-01.spoor"), Instant.parse("2024-03-02T10:00:00Z")));
        Pictures pictures = new Pictures(stage, folder, width, height);
        window.showStart(stage, new WorkbenchCases(preferences, cases.resolve("sample")), preferences, background, width, height);
        window.files = files();
        for (Preferences.ThemeChoice theme : List.of(Preferences.ThemeChoice.LIGHT, Preferences.ThemeChoice.DARK)) {
            plan(pictures, theme, "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        return pictures;
    }

    private void plan(Pictures pictures, Preferences.ThemeChoice theme, String suffix) {
        pictures.add("start" + suffix, 1_500, () -> {
            preferences.change(now -> now.withTheme(theme));
            window.appearance.prefer(preferences.get());
            window.back();
        });
        pictures.add("settings" + suffix, 1_500, () -> pictures.press("settings"));
        pictures.then(pictures::leaveDialog);
        pictures.then(() -> {
            window.caseFile = Optional.of(cases.resolve("NWF-2024-05" + suffix + ".spoor"));
            pictures.press("choose-files");
        });
        pictures.when(() -> !pictures.there("#loading-list", ListView.class).getItems().isEmpty());
        pictures.add("start-loading" + suffix, 300, () -> {});
        pictures.when(() -> !pictures.there("#loading-cancel", Node.class).isVisible());
        pictures.add("start-loaded" + suffix, 1_500, () -> {});
        pictures.add("evidence-loaded" + suffix, 3_000, () -> {
            pictures.press("loading-leave");
            pictures.press("rail-evidence");
        });
        pictures.then(window::back);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            files.add(Files.write(cases.resolve(log.getKey()), log.getValue()));
        }
        byte[] damaged = Files.readAllBytes(files.getFirst());
        for (int i = 70_000; i < Math.min(damaged.length, 70_400); i++) {
            damaged[i] = 7;
        }
        files.add(1, Files.write(cases.resolve("dc02-Security.evtx"), damaged));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
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
}
