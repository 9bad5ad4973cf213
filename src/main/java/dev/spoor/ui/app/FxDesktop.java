package dev.spoor.ui.app;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
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

    @Override public Optional<Path> exportFile(Window owner, Path folder, String suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("export.choose"));
        chooser.setInitialFileName(suggestion);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Messages.text("export.csv"), "*.csv"),
                new FileChooser.ExtensionFilter(Messages.text("export.ndjson"), "*.ndjson"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override public List<Path> chooseFiles(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("start.chooseFiles"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override public Optional<Path> chooseFolder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override public Optional<Path> newCase(Window owner, Path folder, String suggestion) {
        FileChooser chooser = cases("start.saveCase");
        chooser.setInitialFileName(suggestion);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override public Optional<Path> openCase(Window owner) {
        return Optional.ofNullable(cases("start.openCase").showOpenDialog(owner)).map(File::toPath);
    }

    private static FileChooser cases(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Messages.text("start.caseFiles"), "*.spoor"),
                new FileChooser.ExtensionFilter(Messages.text("start.allFiles"), "*.*"));
        return chooser;
    }
}
