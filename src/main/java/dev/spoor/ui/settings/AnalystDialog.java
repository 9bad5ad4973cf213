package dev.spoor.ui.settings;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks once how the user signs: the name stands in the journal and in every report. */
public final class AnalystDialog {
    private final Dialogs dialogs;
    private final PreferencesFile preferences;

    /** A question over a window. */
    public AnalystDialog(Dialogs dialogs, PreferencesFile preferences) {
        this.dialogs = dialogs;
        this.preferences = preferences;
    }

    /**
     * Asks, and does not wait for the answer; without one the suggestion counts.
     *
     * @param suggestion the name of the operating system's user
     * @param changed    called when there is a name
     */
    public void ask(String suggestion, Runnable changed) {
        TextField name = new TextField(suggestion);
        name.setId("analyst-name");
        name.setAccessibleText(Messages.text("settings.analyst"));
        VBox content = new VBox(8, Widgets.wrapped(Messages.text("analyst.why"), "muted"), name);
        Dialog<ButtonType> dialog = dialogs.asking("analyst.title", "analyst.confirm", content);
        Dialogs.confirmButton(dialog).disableProperty().bind(name.textProperty().map(String::isBlank));
        dialog.setOnShown(event -> {
            name.requestFocus();
            name.selectAll();
        });
        dialog.setOnHidden(event -> {
            boolean confirmed = dialog.getResult() != null && Dialogs.confirmed(dialog.getResult()) && !name.getText().isBlank();
            preferences.change(now -> now.withAnalyst(confirmed ? name.getText() : suggestion));
            changed.run();
        });
        dialog.show();
    }
}
