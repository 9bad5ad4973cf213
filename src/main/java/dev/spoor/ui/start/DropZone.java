package dev.spoor.ui.start;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Where files and folders are dropped, with buttons for those who would rather choose them. */
final class DropZone extends VBox {
    DropZone(Desktop desktop, Supplier<Window> owner, Consumer<List<Path>> taker) {
        super(8);
        getStyleClass().add("drop-zone");
        setAlignment(Pos.CENTER);
        Button files = Widgets.button("start.files", () -> {
            List<Path> chosen = desktop.chooseFiles(owner.get());
            if (!chosen.isEmpty()) {
                taker.accept(chosen);
            }
        });
        files.setGraphic(Widgets.icon("mdoal-folder_open", 16));
        files.getStyleClass().add("accent");
        files.setId("choose-files");
        Button folder = Widgets.button("start.folder", () -> desktop.chooseFolder(owner.get(), Messages.text("start.chooseFolder")).ifPresent(path -> taker.accept(List.of(path))));
        folder.setId("choose-folder");
        HBox buttons = new HBox(8, files, folder);
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(Widgets.icon("mdoal-file_upload", 24), Widgets.label(Messages.text("start.drop"), "drop-title"),
                Widgets.wrapped(Messages.text("start.formats"), "muted"), buttons);
    }
}
