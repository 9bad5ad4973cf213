package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tick of a row, and the arrow that opens a group. */
final class MarkCell extends TableCell<AlertRow, AlertRow> {
    private final Checked checked;
    private final CheckBox box = new CheckBox();
    private final FontIcon closed = Widgets.icon("mdoal-chevron_right", 16);
    private final FontIcon open = Widgets.icon("mdoal-expand_more", 16);
    private final StackPane arrow = new StackPane();
    private final HBox line = new HBox(8, box, arrow);

    MarkCell(Checked checked, Consumer<AlertRow.Group> fold) {
        this.checked = checked;
        getStyleClass().add("mark-cell");
        box.setFocusTraversable(false);
        box.setOnAction(event -> checked.toggle(getItem()));
        line.setAlignment(Pos.CENTER_LEFT);
        arrow.setMinSize(16, 24);
        arrow.setOnMousePressed(event -> {
            if (getItem() instanceof AlertRow.Group group) {
                fold.accept(group);
                event.consume();
            }
        });
        checked.versionProperty().subscribe(version -> tick());
    }

    private void tick() {
        if (getItem() != null) {
            box.setSelected(checked.all(getItem()));
        }
    }

    @Override protected void updateItem(AlertRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : line);
        if (row == null || empty) {
            return;
        }
        tick();
        switch (row) {
            case AlertRow.Group group -> {
                arrow.getChildren().setAll(group.collapsed() ? closed : open);
                box.setAccessibleText(Messages.text("alerts.tickGroup", SafeText.line(group.title(), 120), group.alerts().size()));
            }
            case AlertRow.One one -> {
                arrow.getChildren().clear();
                box.setAccessibleText(Messages.text("alerts.tick", SafeText.line(one.alert().rule().name(), 120)));
            }
        }
    }
}
