package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import java.net.URI;
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
    public String suggested = "";

    /** Shows the window. The work runs on the given executor. */
    public void show(Stage stage, Investigation investigation, Executor background, double width, double height) {
        Tasks tasks = new Tasks(background, background, Platform::runLater);
        CaseWindow window = new CaseWindow(stage, path -> investigation, Path.of("NWF-2024-05.spoor"), tasks, this, appearance);
        window.show();
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
}
