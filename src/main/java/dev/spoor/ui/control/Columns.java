package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of tables. */
public final class Columns {
    private Columns() {}

    /** A column of values of any kind, with a fixed width to begin with. */
    public static <R, V> TableColumn<R, V> of(String titleKey, double width, Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(Messages.text(titleKey));
        column.setPrefWidth(width);
        column.setMinWidth(Math.max(48, width - 8));
        column.setMaxWidth(width + 8);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A column of texts of unknown origin. */
    public static <R> TableColumn<R, String> text(String titleKey, double width, Function<R, String> value) {
        TableColumn<R, String> column = of(titleKey, width, value);
        column.setMinWidth(56);
        column.setMaxWidth(width * 2.5);
        shown(column, text -> SafeText.line(text, 300));
        return column;
    }

    /** Lets a column take the room that is left. */
    public static void grows(TableColumn<?, ?> column) {
        column.setMaxWidth(5000);
    }

    /** How the values of a column are written. */
    public static <R, V> void shown(TableColumn<R, V> column, Function<V, String> words, String... classes) {
        column.setCellFactory(table -> new TableCell<>() {
            {
                getStyleClass().addAll(classes);
            }

            @Override protected void updateItem(V value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? null : words.apply(value));
            }
        });
    }

    /** A column of numbers: to the right, title as well. */
    public static <R> void number(TableColumn<R, Long> column, Function<Long, String> words) {
        column.getStyleClass().add("number-column");
        shown(column, words, "number-cell");
    }

    /** A column whose cells are nodes. */
    public static <R, V> void nodes(TableColumn<R, V> column, Function<V, Node> view) {
        column.setCellFactory(table -> new TableCell<>() {
            @Override protected void updateItem(V value, boolean empty) {
                super.updateItem(value, empty);
                setGraphic(empty || value == null ? null : view.apply(value));
            }
        });
    }
}
