package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What stands in the place of content that is not there: says why, and offers the one sensible action. */
public final class StatePane extends VBox {
    private StatePane(String icon, String title, String reason) {
        super(8);
        setAlignment(Pos.CENTER);
        getStyleClass().add("state-pane");
        getChildren().addAll(Widgets.icon(icon, 24), Widgets.label(title, "state-title"), Widgets.wrapped(reason, "muted", "state-reason"));
        setAccessibleText(title + ". " + reason);
    }

    /** Nothing there. */
    public static StatePane empty(String icon, String titleKey, String reason) {
        return new StatePane(icon, Messages.text(titleKey), reason);
    }

    /** Work is going on. */
    public static StatePane loading(String titleKey, String reason) {
        return new StatePane("mdomz-sync", Messages.text(titleKey), reason);
    }

    /** It did not work. */
    public static StatePane failed(String titleKey, String reason) {
        StatePane pane = new StatePane("mdoal-error_outline", Messages.text(titleKey), reason);
        pane.getStyleClass().add("state-failed");
        return pane;
    }

    /** The same with a button. */
    public StatePane with(String actionKey, Runnable action) {
        Button button = Widgets.button(actionKey, action);
        getChildren().add(button);
        return this;
    }
}
