package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Theme;
import dev.spoor.ui.control.Widgets;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Changes between light and dark, and the window keeps the choice. */
final class ThemeButton extends Button {
    ThemeButton(Appearance appearance, Runnable change) {
        setGraphic(Widgets.icon("mdoal-brightness_6", 16));
        getStyleClass().addAll("icon-button", "flat");
        setId("theme-toggle");
        setOnAction(event -> change.run());
        appearance.themeProperty().subscribe(now -> {
            String text = Messages.text(now == Theme.DARK ? "theme.toLight" : "theme.toDark");
            setAccessibleText(text);
            setTooltip(new Tooltip(text));
        });
    }
}
