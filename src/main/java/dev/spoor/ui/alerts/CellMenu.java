package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a value of the table: show only what has it, leave out what has it, copy it. */
final class CellMenu {
    private static final int LONGEST = 60;
    private final AlertsViewModel model;
    private final Desktop desktop;
    private final Times times;
    private final AlertActions actions;

    CellMenu(AlertsViewModel model, Desktop desktop, Times times, AlertActions actions) {
        this.model = model;
        this.desktop = desktop;
        this.times = times;
        this.actions = actions;
    }

    /** The menu of a cell, then what can be decided about the row. */
    ContextMenu of(AlertRow row, AlertField field) {
        ContextMenu menu = new ContextMenu();
        for (String value : values(row, field)) {
            String shown = SafeText.line(field == AlertField.TIME ? times.time(Long.parseLong(value)) : field.shown(value), LONGEST);
            if (field.filterable()) {
                menu.getItems().add(item(Messages.text("cell.for", shown), () -> filter(field, value, false)));
                menu.getItems().add(item(Messages.text("cell.out", shown), () -> filter(field, value, true)));
            }
            menu.getItems().add(item(Messages.text("cell.copy", shown), () -> desktop.copy(field == AlertField.TIME ? shown : value)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        actions.menu(menu.getItems());
        return menu;
    }

    /** All values of a row at once, for the keyboard. */
    ContextMenu filters(AlertRow row, List<AlertField> fields, boolean out) {
        ContextMenu menu = new ContextMenu();
        for (AlertField field : fields) {
            if (field.filterable()) {
                for (String value : values(row, field)) {
                    String words = Messages.text(out ? "filter.isNot" : "filter.is", field.title()) + " " + SafeText.line(field.shown(value), LONGEST);
                    menu.getItems().add(item(words, () -> filter(field, value, out)));
                }
            }
        }
        return menu;
    }

    /** The values of a row, as one reads them. */
    static String words(AlertRow row, AlertField field) {
        return SafeText.line(String.join(", ", values(row, field).stream().limit(3).map(field::shown).toList()), LONGEST);
    }

    private void filter(AlertField field, String value, boolean out) {
        model.filter(filter -> filter.values(field, out).contains(value) ? filter : filter.toggled(field, out, value));
    }

    private static List<String> values(AlertRow row, AlertField field) {
        List<String> values = new ArrayList<>(field.values(row.alert()));
        return values.isEmpty() ? List.of("") : values;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
