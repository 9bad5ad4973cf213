package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.job.Job;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window on a case of the test's, with a desktop that only remembers. */
public final class TestWindow implements Desktop {
    public final List<String> opened = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    public final Appearance appearance = new Appearance();
    public Optional<Path> chosen = Optional.empty();
    /** What the user answers to the questions for files. */
    public List<Path> files = List.of();
    public Optional<Path> folder = Optional.empty();
    public Optional<Path> caseFile = Optional.empty();
    private CaseWindow shown;
    public String suggested = "";

    /** Shows the window. The work runs on the given executor. */
    public void show(Stage stage, Investigation investigation, Executor background, double width, double height) {
        CaseWindow window = window(stage, new OneCase(investigation), emptyPreferences(), background);
        window.show();
        window.open(Path.of("NWF-2024-05.spoor"));
        stage.setWidth(width);
        stage.setHeight(height);
    }

    @Override public void open(URI link) {
        opened.add(link.toString());
    }

    @Override public void copy(String text) {
        copied.add(text);
    }

    @Override public Optional<Path> reportFile(Window owner, Path folder, String suggestion) {
        suggested = suggestion;
        return chosen;
    }

    @Override public Optional<Path> exportFile(Window owner, Path folder, String suggestion) {
        suggested = suggestion;
        return chosen;
    }

    /** Shows the start screen. */
    public void showStart(Stage stage, Cases cases, PreferencesFile preferences, Executor background, double width, double height) {
        CaseWindow window = window(stage, cases, preferences, background);
        window.show();
        window.startScreen();
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** Goes back to the start screen. */
    public void back() {
        shown.startScreen();
    }

    private CaseWindow window(Stage stage, Cases cases, PreferencesFile preferences, Executor background) {
        shown = new CaseWindow(stage, cases, preferences, new Tasks(background, background, Platform::runLater), this, appearance);
        return shown;
    }

    private static PreferencesFile emptyPreferences() {
        try {
            return new PreferencesFile(Files.createTempDirectory("spoor-test").resolve("preferences.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override public List<Path> chooseFiles(Window owner) {
        return files;
    }

    @Override public Optional<Path> chooseFolder(Window owner, String title) {
        return folder;
    }

    @Override public Optional<Path> newCase(Window owner, Path folder, String suggestion) {
        return caseFile;
    }

    @Override public Optional<Path> openCase(Window owner) {
        return caseFile;
    }

    /** Always the same case. */
    private record OneCase(Investigation investigation) implements Cases {
        @Override public Investigation open(Path caseFile) {
            return investigation;
        }

        @Override public Investigation create(Path caseFile) {
            return investigation;
        }

        @Override public Path sample(Job job) {
            return investigation.path();
        }

        @Override public List<Path> shippedRules() {
            return List.of(Path.of("rules"));
        }
    }
}
