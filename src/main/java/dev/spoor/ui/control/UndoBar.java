package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says what was done and offers to take it back, over the content until it is closed. */
public final class UndoBar extends HBox {
    private final Label words = Widgets.label("", "plain");
    private final Button undo;

    /** A bar that is not seen yet. */
    public UndoBar(Runnable takeBack) {
        super(8);
        getStyleClass().add("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        undo = Widgets.button("undo.undo", takeBack);
        undo.getStyleClass().add("link-button");
        Button close = Widgets.iconButton("mdoal-close", "undo.close", () -> setVisible(false));
        getChildren().addAll(Widgets.icon("mdoal-check_circle", 16), words, undo, new KeyCap("Ctrl+Z"), close);
        setVisible(false);
    }

    /** Shows what was done. */
    public void show(String done) {
        words.setText(done);
        undo.setAccessibleText(Messages.text("undo.what", done));
        setVisible(true);
    }
}
