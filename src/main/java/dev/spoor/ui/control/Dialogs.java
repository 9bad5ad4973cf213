package dev.spoor.ui.control;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Messages;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.effect.Effect;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** Dialogs in the look of the window. Ctrl+Enter confirms, Esc leaves. */
public final class Dialogs {
    private final Supplier<Window> owner;
    private final Appearance appearance;

    /** Dialogs over a window. */
    public Dialogs(Supplier<Window> owner, Appearance appearance) {
        this.owner = owner;
        this.appearance = appearance;
    }

    /** A dialog that asks before something is done; its buttons are the verb and Cancel. */
    public Dialog<ButtonType> asking(String titleKey, String confirmKey, Node content) {
        Dialog<ButtonType> dialog = dressed(titleKey, content);
        ButtonType confirm = new ButtonType(Messages.text(confirmKey), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(confirm, new ButtonType(Messages.text("action.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                confirmButton(dialog).fire();
                event.consume();
            }
        });
        return dialog;
    }

    /** A dialog that only shows something. */
    public Dialog<ButtonType> showing(String titleKey, Node content) {
        Dialog<ButtonType> dialog = dressed(titleKey, content);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(Messages.text("action.done"), ButtonBar.ButtonData.CANCEL_CLOSE));
        return dialog;
    }

    /** A dialog of content alone, without header and buttons; Esc leaves it. The title is for those who hear it. */
    public Dialog<ButtonType> plain(String titleKey, Node content) {
        Dialog<ButtonType> dialog = dressed(titleKey, content);
        dialog.setHeaderText(null);
        dialog.initStyle(StageStyle.UNDECORATED);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        Node close = dialog.getDialogPane().lookupButton(ButtonType.CLOSE);
        close.setVisible(false);
        close.setManaged(false);
        dialog.getDialogPane().getStyleClass().add("plain-dialog");
        return dialog;
    }

    /** The button that does it. */
    public static Button confirmButton(Dialog<ButtonType> dialog) {
        return (Button) dialog.getDialogPane().lookupButton(dialog.getDialogPane().getButtonTypes().getFirst());
    }

    /** Whether the answer was the verb. */
    public static boolean confirmed(ButtonType answer) {
        return answer.getButtonData() == ButtonBar.ButtonData.OK_DONE;
    }

    private Dialog<ButtonType> dressed(String titleKey, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(Messages.text(titleKey));
        dialog.setHeaderText(Messages.text(titleKey));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefWidth(480);
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        dialog.getDialogPane().getStyleClass().add("spoor-dialog");
        appearance.dress(dialog.getDialogPane().getScene());
        dims(dialog, owner.get());
        return dialog;
    }

    /** While a dialog is shown, the window behind it steps back. */
    private static void dims(Dialog<ButtonType> dialog, Window behind) {
        Parent root = behind == null || behind.getScene() == null ? null : behind.getScene().getRoot();
        if (root != null) {
            Effect before = root.getEffect();
            dialog.showingProperty().subscribe(shown -> root.setEffect(shown ? new ColorAdjust(0, 0, -0.35, 0) : before));
        }
    }
}
