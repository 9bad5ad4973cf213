package dev.spoor.ui.app;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The real desktop. */
final class FxDesktop implements Desktop {
    /** JavaFX gives its services to applications only. */
    private static final class Services extends Application {
        @Override public void start(Stage stage) {}
    }

    private final Services services = new Services();

    @Override public void open(URI link) {
        services.getHostServices().showDocument(link.toASCIIString());
    }

    @Override public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override public Optional<Path> reportFile(Window owner, Path folder, String suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("report.choose"));
        chooser.setInitialFileName(suggestion);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Messages.text("report.html"), "*.html"),
                new FileChooser.ExtensionFilter(Messages.text("report.anyKind"), "*.*"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
