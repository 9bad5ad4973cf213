package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** A value of unknown origin that wraps; a very long one is shortened and can be opened in place. */
public final class ValueView extends VBox {
    /** Shows a value in the style of the classes. */
    public ValueView(String value, String... classes) {
        boolean blank = value.isEmpty();
        String shown = value.length() <= SafeText.SHORT ? SafeText.block(value) : SafeText.block(value.substring(0, SafeText.whole(value, SafeText.SHORT))) + "…";
        getChildren().add(Widgets.wrapped(blank ? Messages.text("value.empty") : shown, blank ? new String[] {"muted"} : classes));
        if (value.length() > SafeText.SHORT) {
            Hyperlink all = new Hyperlink(Messages.text("value.showAll", value.length()));
            all.getStyleClass().add("text-link");
            all.setOnAction(event -> open(value));
            getChildren().add(all);
        }
    }

    private void open(String value) {
        TextLines lines = new TextLines(value);
        lines.setPrefHeight(240);
        lines.setMinHeight(120);
        getChildren().setAll(lines);
        lines.requestFocus();
    }
}
