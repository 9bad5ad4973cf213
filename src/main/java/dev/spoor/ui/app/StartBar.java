package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.control.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The top bar while no case is open. */
final class StartBar extends HBox {
    StartBar(Appearance appearance, Runnable otherTheme, Runnable settings) {
        super(12);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button choose = Widgets.iconButton("mdomz-settings", "settings.title", settings);
        choose.setId("settings");
        getChildren().setAll(Widgets.label("Spoor", "brand"), Widgets.spring(), new ThemeButton(appearance, otherTheme), choose);
    }
}
