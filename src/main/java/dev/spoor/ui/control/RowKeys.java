package dev.spoor.ui.control;

import javafx.scene.control.TableView;

/** The letters that move through the rows of a table on all screens. */
public final class RowKeys {
    private static final int ABOVE = 5;

    private RowKeys() {}

    /**
     * Moves the selection of a table by J, K and the brackets, and keeps it in view. Window thread only.
     *
     * @return whether the key means that, and there are rows
     */
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
}
