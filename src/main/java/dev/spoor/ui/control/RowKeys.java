package dev.spoor.ui.control;

import javafx.scene.control.TableView;

/** How all tables of one row per thing are walked through. */
public final class RowKeys {
    private static final int ABOVE = 5;

    private RowKeys() {}

    /** J and ] go to the next row, K and [ to the one before; answers whether the key was one of them and there are rows. */
    public static boolean move(TableView<?> table, String key) {
        int by = switch (key) {
            case "j", "]" -> 1;
            case "k", "[" -> -1;
            default -> 0;
        };
        if (by == 0 || table.getItems().isEmpty()) {
            return false;
        }
        int row = Math.clamp(table.getSelectionModel().getSelectedIndex() + (long) by, 0, table.getItems().size() - 1);
        table.getSelectionModel().clearAndSelect(row);
        table.scrollTo(Math.max(0, row - ABOVE));
        return true;
    }

    /** Selects the first row where none is selected. */
    public static void begin(TableView<?> table) {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
        }
    }
}
