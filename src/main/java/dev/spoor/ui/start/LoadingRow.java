package dev.spoor.ui.start;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file of the list: state, name, format, how far, records, speed; below it what is wrong with it. */
final class LoadingRow extends ListCell<FileRow> {
    private final StackPane mark = new StackPane();
    private final Label name = Widgets.label("", "plain");
    private final Label format = Widgets.label("", "muted", "loading-format");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label records = Widgets.label("", "plain", "loading-records");
    private final Label state = Widgets.label("", "muted", "loading-state");
    private final Label remark = Widgets.wrapped("", "loading-remark");
    private final VBox box;
    private FileRow.State marked;
    private boolean markedDamaged;

    LoadingRow() {
        getStyleClass().add("loading-row");
        name.setMinWidth(80);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.SOMETIMES);
        name.setPrefWidth(170);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(60);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(10, mark, name, format, bar, records, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("loading-line");
        remark.managedProperty().bind(remark.visibleProperty());
        box = new VBox(line, remark);
        setPrefWidth(0);
    }

    @Override protected void updateItem(FileRow file, boolean empty) {
        super.updateItem(file, empty);
        if (empty || file == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        mark(file);
        String shown = SafeText.line(Formats.fileName(file.name()), 200);
        name.setText(shown);
        name.setTooltip(Widgets.tooltip(SafeText.line(file.name(), SafeText.SHORT)));
        format.setText(file.format().toUpperCase(Locale.ROOT));
        bar.setProgress(file.state() == FileRow.State.HASHING || file.state() == FileRow.State.WAITING ? 0 : file.done());
        bar.setVisible(file.state() != FileRow.State.REFUSED && file.state() != FileRow.State.DUPLICATE);
        bar.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), file.state().over());
        records.setText(file.records() == 0 ? "" : Formats.count(file.records()));
        state.setText(LoadingWords.state(file));
        String wrong = LoadingWords.remark(file);
        remark.setText(wrong);
        remark.setVisible(!wrong.isEmpty());
        setAccessibleText(shown + ", " + state.getText() + (wrong.isEmpty() ? "" : ", " + wrong));
        setGraphic(box);
    }

    private void mark(FileRow file) {
        boolean damaged = file.damaged() > 0;
        if (file.state() == marked && damaged == markedDamaged) {
            return;
        }
        marked = file.state();
        markedDamaged = damaged;
        FontIcon icon = Widgets.icon(switch (file.state()) {
            case WAITING -> "mdomz-schedule";
            case HASHING, READING -> damaged ? "mdomz-warning" : "mdomz-sync";
            case DONE -> damaged ? "mdomz-warning" : "mdoal-check_circle_outline";
            case REFUSED -> "mdoal-block";
            case DUPLICATE -> "mdoal-content_copy";
            case LEFT -> "mdoal-cancel";
        }, 16);
        mark.getChildren().setAll(icon);
        mark.getStyleClass().setAll("loading-mark", damaged || file.state() == FileRow.State.REFUSED ? "loading-bad" : file.state() == FileRow.State.DONE ? "loading-good"
                : "loading-plain");
    }
}
