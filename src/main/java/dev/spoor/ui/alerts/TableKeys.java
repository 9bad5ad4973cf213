package dev.spoor.ui.alerts;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys and menus of the table: Space ticks, Ctrl+A ticks all that are shown, ← → close and open a group, F and Shift+F filter by a value of the row, Ctrl+Z takes
 * the newest decision back.
 */
final class TableKeys {
    private final AlertTable table;
    private final AlertsViewModel model;
    private final Checked checked;
    private final CellMenu menus;
    private ContextMenu open;

    TableKeys(AlertTable table, AlertsViewModel model, Checked checked, CellMenu menus) {
        this.table = table;
        this.model = model;
        this.checked = checked;
        this.menus = menus;
    }

    /** Begins to listen: to the table, and for Ctrl+Z to the whole screen. */
    void install(Node screen, Runnable undo) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnContextMenuRequested(this::menu);
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !(event.getTarget() instanceof TextInputControl)) {
                undo.run();
                event.consume();
            }
        });
    }

    private void key(KeyEvent event) {
        AlertRow row = table.getSelectionModel().getSelectedItem();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            checked.set(model.shownProperty().get().alerts());
        } else if (row != null && plain && event.getCode() == KeyCode.SPACE) {
            table.getSelectionModel().getSelectedItems().stream().filter(chosen -> chosen != null).toList().forEach(checked::toggle);
        } else if (row != null && plain && event.getCode() == KeyCode.F) {
            showAt(menus.filters(row, table.fields(), event.isShiftDown()));
        } else if (plain && row instanceof AlertRow.Group group
                && (event.getCode() == KeyCode.LEFT && !group.collapsed() || event.getCode() == KeyCode.RIGHT && group.collapsed())) {
            model.fold(group.path());
        } else {
            return;
        }
        event.consume();
    }

    private void showAt(ContextMenu menu) {
        show(menu);
        Node anchor = table.lookup(".table-row-cell:selected");
        menu.show(anchor == null ? table : anchor, Side.BOTTOM, 120, 0);
    }

    private void menu(ContextMenuEvent event) {
        AlertRow row = table.getSelectionModel().getSelectedItem();
        AlertField field = AlertField.RULE;
        for (Node node = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode(); node != null && node != table; node = node.getParent()) {
            if (node instanceof AlertCell cell && cell.getTableRow() != null && cell.getTableRow().getItem() != null) {
                field = cell.field();
                row = cell.getTableRow().getItem();
                if (!table.getSelectionModel().isSelected(cell.getIndex())) {
                    table.selectRow(cell.getIndex());
                }
            }
        }
        if (row == null) {
            return;
        }
        ContextMenu menu = menus.of(row, field);
        if (event.isKeyboardTrigger()) {
            showAt(menu);
        } else {
            show(menu);
            Bounds bounds = table.getBoundsInLocal();
            menu.show(table, Math.max(event.getScreenX(), bounds.getMinX()), event.getScreenY());
        }
        event.consume();
    }

    private void show(ContextMenu menu) {
        if (open != null) {
            open.hide();
        }
        open = menu;
    }
}
