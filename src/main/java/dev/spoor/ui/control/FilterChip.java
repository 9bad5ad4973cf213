package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A condition that can be taken away. One that leaves something out says so in words and in colour. */
public final class FilterChip extends HBox {
    /**
     * The chip of a condition.
     *
     * @param words  what it is about: "Host is not"
     * @param value  of unknown origin
     * @param out    whether it leaves something out
     * @param remove takes it away
     */
    public FilterChip(String words, String value, boolean out, Runnable remove) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("filter-chip", out ? "filter-chip-out" : "filter-chip-in");
        Label shown = Widgets.value(value, "text-strong");
        shown.setMaxWidth(240);
        Button close = Widgets.iconButton("mdoal-close", "filter.remove", remove);
        close.setGraphic(Widgets.icon("mdoal-close", 14));
        close.getStyleClass().add("chip-close");
        close.setAccessibleText(Messages.text("filter.removeWhich", words, SafeText.line(value, 120)));
        getChildren().addAll(Widgets.label(words), shown, close);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }
}
