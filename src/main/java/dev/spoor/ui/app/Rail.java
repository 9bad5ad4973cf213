package dev.spoor.ui.app;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.Widgets;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screens of the window, each an icon and a word. */
final class Rail extends VBox {
    private final Map<Screen, ToggleButton> screens = new LinkedHashMap<>();

    Rail() {
        getStyleClass().add("rail");
    }

    /** Adds a screen. */
    void screen(String key, String icon, Runnable front, Screen screen) {
        ToggleButton item = new ToggleButton();
        screens.put(screen, item);
        item.setOnAction(event -> {
            item.setSelected(true);
            front.run();
        });
        add(item, key, icon);
    }

    /** Adds something that is done at once. */
    void action(String key, String icon, Runnable action) {
        Button item = new Button();
        item.setOnAction(event -> action.run());
        add(item, key, icon);
    }

    private void add(ButtonBase item, String key, String icon) {
        item.setText(Messages.text(key));
        item.setId(key.replace('.', '-'));
        item.setGraphic(Widgets.icon(icon, 20));
        item.setContentDisplay(ContentDisplay.TOP);
        item.getStyleClass().setAll("rail-item");
        item.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(new StackPane(item));
    }

    /** Shows a number at a screen's item, nothing for 0. */
    void badge(Screen screen, ObservableValue<Long> number) {
        Label badge = Widgets.label("", "rail-badge");
        badge.setMouseTransparent(true);
        badge.setMinWidth(USE_PREF_SIZE);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        number.subscribe(count -> {
            badge.setText(count > 999 ? "999+" : Formats.count(count));
            badge.setVisible(count > 0);
        });
        ((StackPane) screens.get(screen).getParent()).getChildren().add(badge);
    }

    /** Marks the screen that is in front. */
    void select(Screen screen) {
        screens.forEach((each, item) -> item.setSelected(each == screen));
    }
}
