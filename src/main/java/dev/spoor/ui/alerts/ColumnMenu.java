package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Which columns the table shows. Their order is changed by dragging their heads. */
final class ColumnMenu extends MenuButton {
    ColumnMenu(AlertTable table) {
        super("", Widgets.icon("mdomz-view_column", 16));
        setId("column-menu");
        getStyleClass().add("bar-button");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(Messages.text("columns.menu"));
        setTooltip(new Tooltip(Messages.text("columns.menu")));
        setOnShowing(event -> fill(table));
        fill(table);
    }

    private void fill(AlertTable table) {
        List<MenuItem> items = new ArrayList<>();
        for (AlertField field : AlertField.values()) {
            CheckMenuItem item = new CheckMenuItem(field.title());
            item.setSelected(table.fields().contains(field));
            item.setDisable(field == AlertField.RULE);
            item.setOnAction(event -> table.toggle(field));
            items.add(item);
        }
        MenuItem usual = new MenuItem(Messages.text("columns.usual"));
        usual.setOnAction(event -> {
            table.arrange(AlertField.USUAL, table.order());
            table.rearranged();
        });
        items.add(new SeparatorMenuItem());
        items.add(usual);
        getItems().setAll(items);
    }
}
