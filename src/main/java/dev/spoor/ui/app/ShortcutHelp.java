package dev.spoor.ui.app;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.Widgets;
import java.util.Arrays;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** All keys at once. */
final class ShortcutHelp {
    private static final String[][] KEYS = {{"keys.move", "J", "K", "↓", "↑"}, {"keys.previousNext", "[", "]"}, {"keys.details", "Enter"}, {"keys.guide", "G"},
            {"keys.acknowledge", "E"}, {"keys.close", "C"}, {"keys.falsePositive", "P"}, {"keys.exception", "X"}, {"keys.reopen", "R"}, {"keys.tag", "T"}, {"keys.note", "N"},
            {"keys.assign", "A"}, {"keys.finding", "I"}, {"keys.severity", "S"},
            {"keys.undo", "Ctrl Z"}, {"keys.tick", "Space"}, {"keys.several", "Shift ↓", "Ctrl A"}, {"keys.group", "←", "→"}, {"keys.columns", "F", "Shift F"},
            {"keys.filter", "/"}, {"keys.leaveFilter", "Esc"}, {"keys.screens", "Ctrl 1", "Ctrl 2", "Ctrl 3", "Ctrl 4"}, {"keys.palette", "Ctrl K"},
            {"keys.cases", "Ctrl N", "Ctrl O"}, {"keys.run", "Ctrl R"}, {"keys.settings", "Ctrl ,"}, {"keys.confirm", "Ctrl Enter"}, {"keys.copy", "Ctrl C"},
            {"keys.help", "?"}};
    private final Dialogs dialogs;

    ShortcutHelp(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** Shows them until the user closes the dialog. */
    void show() {
        GridPane grid = new GridPane(24, 6);
        for (int row = 0; row < KEYS.length; row++) {
            String[] line = KEYS[row];
            HBox caps = new HBox(4);
            Arrays.stream(line).skip(1).forEach(cap -> caps.getChildren().add(new KeyCap(cap)));
            grid.add(caps, 0, row);
            grid.add(Widgets.label(Messages.text(line[0]), "plain"), 1, row);
        }
        Dialog<ButtonType> dialog = dialogs.showing("help.title", grid);
        dialog.getDialogPane().setPrefWidth(620);
        dialog.showAndWait();
    }
}
