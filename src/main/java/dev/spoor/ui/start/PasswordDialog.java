package dev.spoor.ui.start;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Asks for the password of an archive. Window thread only. */
public final class PasswordDialog {
    private final Dialogs dialogs;

    /** Asks over a window. */
    public PasswordDialog(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /**
     * Asks, and answers when the dialog is left: empty to go on without.
     *
     * @param archive its name
     * @param wrong   whether the password before did not fit
     */
    void ask(String archive, boolean wrong, CompletableFuture<Optional<char[]>> answer) {
        PasswordField field = new PasswordField();
        field.setId("archive-password");
        field.setAccessibleText(Messages.text("password.field"));
        String name = SafeText.line(archive, 300);
        VBox content = new VBox(12, Widgets.wrapped(wrong ? Messages.text("password.wrong", name) : Messages.text("password.needed", name)), field,
                Widgets.wrapped(Messages.text("password.why"), "muted"));
        Dialog<ButtonType> dialog = dialogs.asking("password.title", "password.confirm", content);
        Dialogs.confirmButton(dialog).disableProperty().bind(field.textProperty().isEmpty());
        dialog.setResultConverter(button -> {
            boolean given = button != null && Dialogs.confirmed(button) && !field.getText().isEmpty();
            answer.complete(given ? Optional.of(field.getText().toCharArray()) : Optional.empty());
            field.clear();
            return button;
        });
        dialog.setOnHidden(event -> answer.complete(Optional.empty()));
        answer.whenComplete((given, why) -> Platform.runLater(dialog::close));
        Platform.runLater(field::requestFocus);
        dialog.show();
    }
}
