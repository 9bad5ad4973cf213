package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Copies a value, unchanged, and says for a moment that it did. */
public final class CopyButton extends Button {
    /**
     * A button for a value.
     *
     * @param name what is copied, for people who cannot see the row
     */
    public CopyButton(Supplier<String> value, String name, Desktop desktop) {
        setGraphic(Widgets.icon("mdoal-content_copy", 14));
        getStyleClass().addAll("flat", "copy-button");
        setAccessibleText(Messages.text("copy.accessible", name));
        setTooltip(new Tooltip(Messages.text("copy.tooltip")));
        setOnAction(event -> {
            desktop.copy(value.get());
            setGraphic(Widgets.icon("mdoal-check", 14));
            PauseTransition back = new PauseTransition(Duration.seconds(1.2));
            back.setOnFinished(end -> setGraphic(Widgets.icon("mdoal-content_copy", 14)));
            back.play();
        });
    }
}
