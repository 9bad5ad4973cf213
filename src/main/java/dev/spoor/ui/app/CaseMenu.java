package dev.spoor.ui.app;

import dev.spoor.ui.common.Messages;
import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The name of the case, and what can be done with cases. */
final class CaseMenu extends MenuButton {
    /** What the menu asks for. Window thread only. */
    interface Actions {
        void newCase();

        void openCase();

        void startScreen();

        void addEvidence();

        void runRules();

        void otherTheme();

        void settings();
    }

    private final MenuItem[] whileIdle;

    CaseMenu(Actions actions, BooleanSupplier busy) {
        setId("case-menu");
        getStyleClass().addAll("case-name", "case-menu", "flat");
        setAccessibleText(Messages.text("case.menu"));
        MenuItem start = item("case.start", actions::startScreen);
        MenuItem open = item("case.open", actions::openCase);
        open.setAccelerator(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN));
        MenuItem fresh = item("case.new", actions::newCase);
        fresh.setAccelerator(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN));
        MenuItem add = item("case.add", actions::addEvidence);
        MenuItem rules = item("case.runRules", actions::runRules);
        rules.setAccelerator(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN));
        MenuItem settings = item("case.settings", actions::settings);
        settings.setAccelerator(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN));
        whileIdle = new MenuItem[] {start, open, fresh, add, rules};
        getItems().setAll(fresh, open, start, new SeparatorMenuItem(), add, rules, new SeparatorMenuItem(), settings);
        setOnShowing(event -> {
            for (MenuItem item : whileIdle) {
                item.setDisable(busy.getAsBoolean());
            }
        });
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
